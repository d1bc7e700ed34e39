import type { ReactNode } from 'react'
import { CheckField, ChoiceField, Field, SelectField } from '@/components/ui/field'
import { translations } from '@/lib/messages'
import { seat } from '@/lib/seat'

/** The values of the fields for an existing group. */
type GroupFieldsOf = {
  name: string
  shortName: string
  describedAs: string
  symbolRoot: string
  parentBody: string
  seat: string
  timeZone: string
  eventWord: string
  observersMayPropose: boolean
  stakeholdersMayComment: boolean
  observersMayTakePosition: boolean
  responsesRequired: boolean
  silenceHours: number
  silenceGraceMinutes: number
  morningFrom: string
  morningUntil: string
  afternoonFrom: string
  afternoonUntil: string
}

/** A new group; the seat of the installation is most often its seat too. */
const newGroup = (): GroupFieldsOf => ({
  name: '',
  shortName: '',
  describedAs: '',
  symbolRoot: '',
  parentBody: '',
  seat: seat().name,
  timeZone: seat().timeZone,
  eventWord: 'session',
  observersMayPropose: false,
  stakeholdersMayComment: true,
  observersMayTakePosition: true,
  responsesRequired: true,
  silenceHours: 72,
  silenceGraceMinutes: 30,
  morningFrom: '10:00',
  morningUntil: '13:00',
  afternoonFrom: '15:00',
  afternoonUntil: '18:00',
})

const hours = ['morningFrom', 'morningUntil', 'afternoonFrom', 'afternoonUntil'] as const
const rights = [
  'observersMayPropose',
  'stakeholdersMayComment',
  'observersMayTakePosition',
  'responsesRequired',
] as const
const silence = ['silenceHours', 'silenceGraceMinutes'] as const

const zones = Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/'))

/** The name of a group, its seat, its rights, and its usual times; `children` stand after the seat. */
export function GroupFields({
  group = newGroup(),
  givesClock,
  children,
}: {
  group?: GroupFieldsOf
  /** Whether all times of the installation are written by the clock of this group's seat. */
  givesClock: boolean
  children?: ReactNode
}) {
  const t = translations('groups')
  return (
    <>
      <FieldPart title={t('parts.name')}>
        <Field name="name" label={t('name')} hint={t('nameHint')} defaultValue={group.name} />
        <Field
          name="shortName"
          label={t('shortName')}
          hint={t('shortNameHint')}
          defaultValue={group.shortName}
        />
        <Field
          name="describedAs"
          label={t('describedAs')}
          hint={t('describedAsHint')}
          defaultValue={group.describedAs}
        />
        <Field
          name="symbolRoot"
          label={t('symbolRoot')}
          hint={t('symbolRootHint')}
          defaultValue={group.symbolRoot}
        />
        <Field
          name="parentBody"
          label={t('parentBody')}
          hint={t('parentBodyHint')}
          defaultValue={group.parentBody}
        />
      </FieldPart>
      <FieldPart title={t('parts.seat')} hint={t(givesClock ? 'seatHint' : 'seatHintOther')}>
        <div className="grid items-start gap-5 sm:grid-cols-2">
          <Field name="seat" label={t('seat')} defaultValue={group.seat} />
          <SelectField
            name="timeZone"
            label={t('timeZone')}
            defaultValue={group.timeZone}
            options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
          />
        </div>
      </FieldPart>
      {children}
      <FieldPart title={t('parts.sessions')}>
        <ChoiceField
          name="eventWord"
          label={t('eventWord')}
          defaultValue={group.eventWord}
          options={[
            { value: 'session', label: t('session') },
            { value: 'meeting', label: t('meeting') },
          ]}
        />
        <div className="grid grid-cols-2 items-end gap-5">
          {hours.map((name) => (
            <Field key={name} name={name} type="time" label={t(name)} defaultValue={group[name]} />
          ))}
        </div>
      </FieldPart>
      <FieldPart title={t('rights')}>
        <div>
          {rights.map((name) => (
            <CheckField key={name} name={name} label={t(name)} defaultChecked={group[name]} />
          ))}
        </div>
      </FieldPart>
      <FieldPart title={t('parts.silence')} hint={t('silenceHint')}>
        <div className="grid items-start gap-5 sm:grid-cols-2">
          {silence.map((name) => (
            <Field
              key={name}
              name={name}
              inputMode="numeric"
              label={t(name)}
              defaultValue={String(group[name])}
            />
          ))}
        </div>
      </FieldPart>
    </>
  )
}

/** Fields that belong together, under their title. */
export const FieldPart = ({
  title,
  hint,
  children,
}: {
  title: string
  hint?: string
  children: ReactNode
}) => (
  <fieldset className="min-w-0 border-t border-line pt-4">
    <legend className="float-left mb-3 w-full font-serif text-lg font-semibold">{title}</legend>
    <div className="clear-both grid gap-5">
      {hint && <p className="-mt-2 max-w-prose text-sm text-quiet">{hint}</p>}
      {children}
    </div>
  </fieldset>
)
