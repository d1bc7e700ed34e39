import { Form, type FormAction, SubmitButton } from '@/components/form'
import type { StandingKind } from '@/lib/consolidation/kinds'
import { isAgreed, nextStandings } from '@/lib/consolidation/standing'
import { translations } from '@/lib/translations'

/**
 * What the presiding officer can declare of the item now, after asking the room. Agreement is the
 * absence of objection, so it is not offered while one stands. Without an action it says who declares.
 */
export function StandingForms({
  slug,
  item,
  objections,
  action,
}: {
  slug: string
  item: { id: string; wording: number; standing: StandingKind }
  objections: number
  action: FormAction | null
}) {
  const t = translations('plenary')
  const standings = translations('consolidation.standings')
  if (!action) return <p className="text-sm text-quiet">{t('presidingDeclares')}</p>
  const next = nextStandings[item.standing]
  const agreement = objections > 0 ? [] : next.filter(isAgreed).toReversed()
  const others = next.filter((kind) => !isAgreed(kind))
  const button = (kind: StandingKind) => (
    <Form key={kind} action={action} className="grid gap-2">
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="id" value={item.id} />
      <input type="hidden" name="wording" value={item.wording} />
      <input type="hidden" name="kind" value={kind} />
      <SubmitButton tone={kind === 'agreed' ? 'main' : 'quiet'}>
        {isAgreed(item.standing) && kind === 'underDiscussion' ? t('reopen') : standings(kind)}
      </SubmitButton>
    </Form>
  )
  return (
    <section aria-labelledby="declare" className="no-print">
      <h2 id="declare" className="font-semibold">
        {t(item.standing === 'agreed' ? 'agreedNow' : 'ask')}
      </h2>
      <p className="mb-3 mt-1 text-sm text-quiet">
        {item.standing === 'agreed'
          ? t('reopenHint')
          : objections
            ? t('objectionsStand', { objections })
            : t('askHint')}
      </p>
      <div className="grid gap-2">{agreement.map(button)}</div>
      {others.length > 0 && <div className="mt-4 grid gap-2">{others.map(button)}</div>}
    </section>
  )
}
