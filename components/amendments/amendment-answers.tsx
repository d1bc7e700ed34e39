import { TextField } from '@/components/ui/field'
import { Form, SubmitButton } from '@/components/ui/form'
import { canAnswerAmendment } from '@/lib/amendments/policy'
import type { AmendmentView } from '@/lib/amendments/queries'
import { printSeatTime } from '@/lib/clock'
import { type Actor, membershipIn } from '@/lib/delegations/actor'
import { officeKinds } from '@/lib/delegations/kinds'
import type { FormState } from '@/lib/http/form-state'
import { translations } from '@/lib/messages'

/** The answers to an amendment, and the form of an answer for those who may. */
export function AmendmentAnswers({
  actor,
  amendment,
  sessionId,
  newId,
  action,
}: {
  actor: Actor
  amendment: AmendmentView
  sessionId: string
  /** The id that a new answer will have. */
  newId: string
  /** Null while the period is not open. */
  action: ((previous: FormState, form: FormData) => Promise<FormState>) | null
}) {
  const t = translations('amendments.one')
  const to = translations('offices')
  const nameOf = (actingFor: string) => {
    const office = officeKinds.find((kind) => kind === actingFor)
    return office ? to(office) : actingFor
  }
  const answers = action && canAnswerAmendment(actor, { sessionId })
  const self = membershipIn(actor, sessionId)?.delegationName ?? to('rapporteur')
  // The key changes after an answer only, so that a refused answer stays in the form.
  const turn = amendment.answers.filter(({ actingFor }) => nameOf(actingFor) === self).length
  if (amendment.answers.length === 0 && !answers) return null
  return (
    <section aria-labelledby="answers" className="mt-14">
      <h2 id="answers" className="mb-4 font-serif text-xl font-semibold">
        {t('answers')}
      </h2>
      {amendment.answers.length === 0 && <p className="text-quiet">{t('noAnswers')}</p>}
      <ol className="grid gap-5">
        {amendment.answers.map((answer) => (
          <li
            key={answer.id}
            id={`answer-${answer.id}`}
            className="scroll-mt-4 border-s-2 border-line ps-4"
          >
            <p className="flex flex-wrap items-baseline gap-x-3 text-sm">
              <b className="font-semibold">{nameOf(answer.actingFor)}</b>
              <time dateTime={answer.answeredAt.toISOString()} className="text-quiet">
                {printSeatTime(answer.answeredAt)}
              </time>
            </p>
            <p dir="auto" className="max-w-prose whitespace-pre-line break-words">
              {answer.text}
            </p>
          </li>
        ))}
      </ol>
      {answers && (
        <div className="no-print mt-8 max-w-3xl">
          <Form key={turn} action={action} label={t('answer')}>
            <input type="hidden" name="id" value={newId} data-new />
            <input type="hidden" name="amendmentId" value={amendment.id} />
            <TextField
              name="text"
              label={t('answerText')}
              hint={t('answerHint', { name: self })}
              rows={4}
              dir="auto"
            />
            <div>
              <SubmitButton tone="quiet">{t('sendAnswer')}</SubmitButton>
            </div>
          </Form>
        </div>
      )}
    </section>
  )
}
