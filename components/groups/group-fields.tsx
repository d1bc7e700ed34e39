import { CheckField, ChoiceField, Field, SelectField } from '@/components/ui/field'
import { translations } from '@/lib/messages'

/** What the fields show of a group that is there. */
export type GroupFieldsOf = {
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

const NEW: GroupFieldsOf = {
  name: '',
  shortName: '',
  describedAs: '',
  symbolRoot: '',
  parentBody: '',
  seat: 'Vienna',
  timeZone: 'Europe/Vienna',
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
}

const zones = Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/'))

/** What a group is called, where it sits, who may do what in it, and its usual times. */
export function GroupFields({ group = NEW }: { group?: GroupFieldsOf }) {
  const t = translations('groups')
  return (
    <>
      <Field name="name" label={t('name')} defaultValue={group.name} />
      <Field name="shortName" label={t('shortName')} defaultValue={group.shortName} />
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
      <Field name="parentBody" label={t('parentBody')} defaultValue={group.parentBody} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="seat" label={t('seat')} defaultValue={group.seat} />
        <SelectField
          name="timeZone"
          label={t('timeZone')}
          defaultValue={group.timeZone}
          options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        />
      </div>
      <ChoiceField
        name="eventWord"
        label={t('eventWord')}
        defaultValue={group.eventWord}
        options={[
          { value: 'session', label: t('session') },
          { value: 'meeting', label: t('meeting') },
        ]}
      />
      <fieldset>
        <legend className="mb-1.5 text-sm font-semibold">{t('rights')}</legend>
        <CheckField
          name="observersMayPropose"
          label={t('observersMayPropose')}
          defaultChecked={group.observersMayPropose}
        />
        <CheckField
          name="stakeholdersMayComment"
          label={t('stakeholdersMayComment')}
          defaultChecked={group.stakeholdersMayComment}
        />
        <CheckField
          name="observersMayTakePosition"
          label={t('observersMayTakePosition')}
          defaultChecked={group.observersMayTakePosition}
        />
        <CheckField
          name="responsesRequired"
          label={t('responsesRequired')}
          defaultChecked={group.responsesRequired}
        />
      </fieldset>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field
          name="silenceHours"
          inputMode="numeric"
          label={t('silenceHours')}
          defaultValue={String(group.silenceHours)}
        />
        <Field
          name="silenceGraceMinutes"
          inputMode="numeric"
          label={t('silenceGraceMinutes')}
          defaultValue={String(group.silenceGraceMinutes)}
        />
        <Field
          name="morningFrom"
          type="time"
          label={t('morningFrom')}
          defaultValue={group.morningFrom}
        />
        <Field
          name="morningUntil"
          type="time"
          label={t('morningUntil')}
          defaultValue={group.morningUntil}
        />
        <Field
          name="afternoonFrom"
          type="time"
          label={t('afternoonFrom')}
          defaultValue={group.afternoonFrom}
        />
        <Field
          name="afternoonUntil"
          type="time"
          label={t('afternoonUntil')}
          defaultValue={group.afternoonUntil}
        />
      </div>
    </>
  )
}
