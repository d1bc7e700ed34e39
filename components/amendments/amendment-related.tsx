import { ActForm } from '@/components/ui/act-form'
import { TextField } from '@/components/ui/field'
import { Form, type FormAction, SubmitButton } from '@/components/ui/form'
import type { AmendmentView, Related } from '@/lib/amendments/queries'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'

type Of = { slug: string; number: number }

/** The amendments beside which one stands: which it changes, which change it, its other versions. */
export function AmendmentRelated({ amendment, of }: { amendment: AmendmentView; of: Of }) {
  const t = translations('amendments.related')
  const { amends, amendedBy, replaces, takesIn, replacedBy, takenInto } = amendment
  const lines = (
    [
      ['amends', amends],
      ['takenInto', takenInto],
      ['replacedBy', replacedBy],
      ['replaces', replaces],
      ['takesIn', takesIn],
      ...amendedBy.map((change) => ['amendedBy', change] as const),
    ] as const
  ).filter((line): line is [(typeof line)[0], Related] => line[1] !== null)
  if (lines.length === 0) return null
  return (
    <section aria-labelledby="related">
      <h2 id="related" className="mb-1 font-semibold">
        {t('title')}
      </h2>
      <ul className="grid gap-1">
        {lines.map(([kind, { number, name, withdrawn, declined }]) => (
          <li key={`${kind} ${number}`}>
            <a href={paths.amendment(of.slug, of.number, number)} className="way">
              {t(kind, { number, name })}
            </a>
            {withdrawn && <span className="text-quiet"> ({t('withdrawn')})</span>}
            {declined && !withdrawn && <span className="text-quiet"> ({t('declined')})</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Begins a change to an amendment, or decides one to an own amendment; null if the reader may not. */
export function RelatedActs({
  amendment,
  proposalId,
  newId,
  suggest,
  decide,
}: {
  amendment: AmendmentView
  proposalId: string
  /** The id that a new version will have. */
  newId: string
  suggest: FormAction | null
  decide: { takeIn: FormAction; decline: FormAction } | null
}) {
  const t = translations('amendments.related')
  const { id, delegationName: name, amends } = amendment
  return (
    <>
      {suggest && (
        <ActForm
          action={suggest}
          className="no-print grid gap-2"
          values={{ proposalId, amendsId: id }}
          button={t('suggest', { name })}
          tone="quiet"
        />
      )}
      {decide && amends && (
        <section aria-labelledby="decide" className="no-print grid gap-4">
          <div className="grid gap-2">
            <h2 id="decide" className="font-semibold">
              {t('decide')}
            </h2>
            <p>{t('takeInMeans', { number: amends.number })}</p>
            <ActForm
              action={decide.takeIn}
              className="grid gap-2"
              values={{ id: newId, takesInId: id }}
              button={t('takeIn', { number: amends.number })}
            />
          </div>
          <Form action={decide.decline} className="grid gap-2">
            <input type="hidden" name="amendmentId" value={id} />
            <p>{t('declineMeans', { number: amends.number })}</p>
            <TextField
              name="reason"
              label={t('declineReason')}
              hint={t('declineReasonHint')}
              rows={3}
              dir="auto"
            />
            <SubmitButton tone="quiet">{t('decline')}</SubmitButton>
          </Form>
        </section>
      )}
    </>
  )
}
