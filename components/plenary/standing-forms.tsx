import { getTranslations } from 'next-intl/server'
import { Form, SubmitButton } from '@/components/form'
import { nextStandings } from '@/lib/consolidation/standing'
import type { StandingKind } from '@/lib/consolidation/kinds'
import type { FormState } from '@/lib/form-state'

/**
 * What the presiding officer can declare of the item now, after asking the room. Agreement is the
 * absence of objection, so it is not offered while one stands. Without an action it says who declares.
 */
export async function StandingForms({
  slug,
  item,
  objections,
  action,
}: {
  slug: string
  item: { id: string; wording: number; standing: StandingKind }
  objections: number
  action: ((previous: FormState, form: FormData) => Promise<FormState>) | null
}) {
  const [t, standings] = await Promise.all([
    getTranslations('plenary'),
    getTranslations('consolidation.standings'),
  ])
  if (!action) return <p className="text-sm text-quiet">{t('presidingDeclares')}</p>
  const agreement = (kind: StandingKind) => kind === 'agreed' || kind === 'agreedAdReferendum'
  const offered = nextStandings[item.standing].filter((kind) => !agreement(kind) || !objections)
  return (
    <section aria-labelledby="declare">
      <h2 id="declare" className="font-semibold">
        {t('ask')}
      </h2>
      <p className="mb-3 mt-1 text-sm text-quiet">
        {objections ? t('objectionsStand', { objections }) : t('askHint')}
      </p>
      <div className="grid gap-2">
        {offered.map((kind) => (
          <Form key={kind} action={action} className="grid gap-2">
            <input type="hidden" name="slug" value={slug} />
            <input type="hidden" name="id" value={item.id} />
            <input type="hidden" name="wording" value={item.wording} />
            <input type="hidden" name="kind" value={kind} />
            <SubmitButton tone={kind === 'agreed' ? 'main' : 'quiet'}>
              {standings(kind)}
            </SubmitButton>
          </Form>
        ))}
      </div>
    </section>
  )
}
