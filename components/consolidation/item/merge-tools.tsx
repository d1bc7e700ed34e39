import { Form, type FormAction, HiddenValues, SubmitButton } from '@/components/ui/form'
import { itemNumber } from '@/lib/proposals/preliminary-list/item-number'
import type { DeskItem } from '@/lib/consolidation/views'
import type { Decision } from '@/lib/decision'
import { translations } from '@/lib/messages'
import { AskedField } from '@/components/ui/field'

/** Another item that was looked for, and whether it may be merged into this one. */
export type MergeCandidate = Pick<DeskItem, 'id' | 'text' | 'language' | 'paragraph' | 'letter'> & {
  decision: Decision
}

/** Finds another item by its number or words, and merges it into this one. Needs no script. */
export function MergeTools({
  itemId,
  slug,
  query,
  candidates,
  merge,
}: {
  itemId: string
  slug: string
  /** The number or the words that were asked for; '' for none. */
  query: string
  candidates: readonly MergeCandidate[]
  merge: FormAction
}) {
  const t = translations('consolidation')
  return (
    <>
      <form method="get" action="#merge" className="flex flex-wrap items-end gap-3">
        <label className="grid min-w-0 flex-1 gap-1.5">
          <span className="text-sm font-semibold">{t('findOther')}</span>
          <input name="other" type="search" defaultValue={query} className="input" />
        </label>
        <button type="submit" className="button">
          {t('find')}
        </button>
      </form>
      {query !== '' && candidates.length === 0 && <p className="mt-3">{t('notFoundOther')}</p>}
      <ul className="mt-3 grid gap-4">
        {candidates.map(({ id, text, language, decision, ...place }) => (
          <li key={id}>
            <p className="max-w-prose">
              {itemNumber(place)}{' '}
              <span lang={language} dir="auto" className="line-clamp-3 font-serif">
                {text}
              </span>
            </p>
            {decision.allowed ? (
              <Form action={merge} className="mt-1 grid justify-items-start gap-2">
                <HiddenValues values={{ slug, id: itemId, otherId: id }} />
                <AskedField name="strengthConfirmed" label={t('strength.confirm')} />
                <SubmitButton tone="quiet">
                  {t('mergeThis', { number: itemNumber(place) })}
                </SubmitButton>
              </Form>
            ) : (
              <p className="text-sm text-quiet">
                {translations('refusals')(decision.key, decision.values)}
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
