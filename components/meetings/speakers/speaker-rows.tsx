import { GroupMembers } from '@/components/groups/on-behalf'
import { ActForm } from '@/components/ui/act-form'
import { Empty } from '@/components/ui/empty'
import { SelectField, TextField } from '@/components/ui/field'
import { Form, type FormAction, SubmitButton } from '@/components/ui/form'
import { type Shape, StateWord } from '@/components/ui/state-word'
import { ordinalFigure, printSeatTime } from '@/lib/clock'
import type { SpeakersListView } from '@/lib/meetings/speakers/queries'
import { onBehalfOf } from '@/lib/sessions/attribution/attribution'
import { comesAfterClosing } from '@/lib/meetings/speakers/statement-kinds'
import { translations } from '@/lib/messages'

type Statement = SpeakersListView['statements'][number]
type Meetings = readonly { id: string; number: number }[]
type Actions = { call: FormAction; spoke: FormAction; order: FormAction; takeBack: FormAction }

const SHAPES: Record<Statement['status'], Shape> = {
  requested: 'waiting',
  called: 'open',
  spoken: 'done',
  withdrawn: 'ended',
}

/** The speakers in order, with the presiding officer's acts on each. */
export function SpeakerRows({
  slug,
  list,
  meetings,
  actions,
  held,
  mayWithdraw,
  withdraw,
}: {
  /** The session's. */
  slug: string
  list: SpeakersListView
  meetings: Meetings
  actions: Actions | null
  /** The ids of the requests of the session that have the floor. */
  held: readonly string[]
  mayWithdraw: (statement: Statement) => boolean
  withdraw: FormAction
}) {
  const t = translations('sitting')
  if (list.statements.length === 0)
    return <Empty title={t('noSpeakers')}>{t('noSpeakersHint')}</Empty>
  return (
    <ol className="grid gap-0">
      {list.statements.map((statement, index) => {
        const { id, speaker, status, kind, person, onBehalf } = statement
        const named = comesAfterClosing(kind) ? `${speaker} (${t(`kinds.${kind}`)})` : speaker
        const others = onBehalf && kind !== 'group' ? onBehalfOf(onBehalf) : ''
        const groupNote = statement.onBehalfOf && t('forOthers', { group: statement.onBehalfOf })
        const waits = status === 'requested'
        return (
          <li
            key={id}
            className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-t border-line py-3"
          >
            <div className="min-w-0">
              <p>
                {status !== 'withdrawn' && <span className="text-quiet">{index + 1}. </span>}
                <span className={status === 'withdrawn' ? 'line-through' : 'font-semibold'}>
                  {speaker}
                </span>{' '}
                <StateWord shape={SHAPES[status]}>{t(`statuses.${status}`)}</StateWord>
              </p>
              <p className="text-sm text-quiet">
                {[
                  kind !== 'state' && t(`kinds.${kind}`),
                  person,
                  others || groupNote,
                  t('askedAt', { time: printSeatTime(statement.requestedAt) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              {onBehalf && (
                <div className="max-w-prose">
                  <GroupMembers onBehalf={onBehalf} slug={slug} />
                </div>
              )}
              {statement.text && (
                <p dir="auto" className="mt-2 max-w-prose whitespace-pre-line break-words">
                  {statement.text}
                </p>
              )}
            </div>
            <div className="no-print flex flex-wrap items-start gap-2">
              {actions && waits && (
                <>
                  <ActForm
                    action={actions.call}
                    values={{ statementId: id, held: held.join(',') }}
                    tone="quiet"
                    button={t('call')}
                    label={t('callOf', { speaker: named })}
                  />
                  {(['up', 'down', 'first'] as const).map((move) => (
                    <ActForm
                      key={move}
                      action={actions.order}
                      values={{ listId: list.id, statementId: id, move }}
                      tone="plain"
                      button={t(`moves.${move}`)}
                      label={t(`movesOf.${move}`, { speaker: named })}
                    />
                  ))}
                </>
              )}
              {actions && status === 'called' && (
                <ActForm
                  action={actions.takeBack}
                  values={{ statementId: id }}
                  tone="plain"
                  button={t('takeBack')}
                  label={t('takeBackOf', { speaker: named })}
                />
              )}
              {mayWithdraw(statement) && (
                <ActForm
                  action={withdraw}
                  values={{ statementId: id }}
                  tone="plain"
                  button={t('withdraw')}
                  label={t('withdrawOf', { speaker: named })}
                />
              )}
              {actions && status !== 'withdrawn' && (
                <Spoken
                  statement={statement}
                  named={named}
                  meetings={meetings}
                  spoke={actions.spoke}
                />
              )}
            </div>
          </li>
        )
      })}
    </ol>
  )
}

/** A statement that was made: its meeting, and its text. */
function Spoken({
  statement,
  named,
  meetings,
  spoke,
}: {
  statement: Statement
  /** The speaker, as buttons name it. */
  named: string
  meetings: Meetings
  spoke: FormAction
}) {
  const t = translations('sitting')
  return (
    <details>
      <summary className="button button-plain list-none">{t('spoke')} …</summary>
      <Form action={spoke} className="grid w-full max-w-md gap-4 py-3">
        <input type="hidden" name="statementId" value={statement.id} />
        <SelectField
          name="meetingId"
          label={t('meeting')}
          options={[
            { value: '', label: t('noMeeting') },
            ...meetings.map(({ id, number }) => ({ value: id, label: ordinalFigure(number) })),
          ]}
        />
        <TextField name="text" label={t('statementText')} rows={4} defaultValue={statement.text} />
        <div>
          <SubmitButton label={t('spokeOf', { speaker: named })}>{t('spoke')}</SubmitButton>
        </div>
      </Form>
    </details>
  )
}
