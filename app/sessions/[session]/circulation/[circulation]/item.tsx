import { WordsToComment } from '@/components/circulation/commenting/words-to-comment'
import { ClientMessages } from '@/components/messages/client-messages'
import { TextOfRecord } from '@/components/text/text-of-record'
import { isStated } from '@/lib/circulation/comments/kinds'
import { listOnOurBehalf } from '@/lib/circulation/comments/reading/joint'
import { listOwnDrafts, listOwnReleased } from '@/lib/circulation/comments/reading/own-queries'
import type { ItemView } from '@/lib/circulation/comments/reading/queries'
import {
  draftToContinue,
  newStart,
  startOf,
  wordsOfAddress,
} from '@/lib/circulation/comments/reading/start'
import { isSignedIn } from '@/lib/delegations/actor'
import { plainText } from '@/lib/text/document/document'
import { differentPrintedNumber } from '@/lib/proposals/preliminary-list/item-number'
import { paths } from '@/lib/paths'
import { sessionName } from '@/lib/sessions/session-view'
import { translations } from '@/lib/messages'
import { randomUUID } from 'node:crypto'
import { OwnComments } from './own-comments'
import type { PartInput } from './reading'
import { listed } from '@/lib/text/apart'
import { counts } from '@/lib/circulation/counting'

/** An item with its neighbours, and the delegation's comments on it. */
export async function ItemPart({ item, ...part }: PartInput & { item: ItemView }) {
  const { circulation, lists, search, draft } = part
  const { id, slug } = circulation
  const about = { itemId: item.id }
  const printed = differentPrintedNumber(item.number, item.importedNumber)
  const [drafts, released, joint] = await Promise.all([
    listOwnDrafts(circulation, about),
    listOwnReleased(circulation, about),
    listOnOurBehalf(circulation, about),
  ])
  const t = translations('circulationComments')
  const list = lists.find((candidate) => candidate.id === item.listId)
  const target = { target: 'item' as const, itemId: item.id, listId: null, headingId: null }
  const changed = released.find((comment) => comment.id === search.change && counts(comment))
  const address = paths.circulationComments(slug, id, item.id)
  const words = wordsOfAddress(search.words, plainText(item.body))
  const writes = search.write !== undefined
  const own = writes ? drafts : []
  const begun = draftToContinue(
    words ? own.filter(({ passageStart }) => passageStart === words.passageStart) : own,
    isSignedIn(part.actor) ? part.actor.personId : null,
    target,
  )
  const newId = randomUUID()
  const start = startOf(
    { id: newId, circulationId: id },
    {
      draft: draft ?? (changed ? undefined : begun),
      changed,
      fresh: writes ? { ...newStart(newId, id, target, item, item.language), ...words } : null,
    },
  )
  return (
    <article className="min-w-0">
      <header className="mb-4">
        <p className="text-sm text-quiet">
          {list && sessionName(list)} · {item.heading}
        </p>
        <div className="flex flex-wrap items-baseline justify-between gap-x-6">
          <h2 className="font-serif text-xl font-semibold">
            {item.number ? t('item', { number: item.number }) : t('itemPlain')}
            {printed && (
              <span className="ms-2 text-sm font-normal text-quiet">
                {t('printedAs', { number: printed })}
              </span>
            )}
          </h2>
          <Neighbours {...part} item={item} />
        </div>
      </header>
      <TextOfRecord id="text" document={item.body} language={item.language} />
      {circulation.delegation && !start && (
        <ClientMessages namespaces={['comments']}>
          <WordsToComment address={address} />
        </ClientMessages>
      )}
      {item.attribution.length > 0 && (
        <p className="mt-3 text-sm text-quiet">
          {t('by', { names: listed(item.attribution) })}
          {item.takenOverBy.length > 0 &&
            `. ${translations('consolidation')('takenOverBy', { names: item.takenOverBy.join(', ') })}`}
        </p>
      )}
      <OwnComments
        {...part}
        address={address}
        start={start}
        drafts={drafts}
        released={released}
        joint={joint}
        stands={released.some((comment) => counts(comment) && isStated(comment.position))}
      />
    </article>
  )
}

/** The links to the item before and after, with their keys. */
function Neighbours({
  circulation: { id, slug },
  lists,
  item,
}: Pick<PartInput, 'circulation' | 'lists'> & { item: ItemView }) {
  const t = translations('circulationComments')
  const items = lists.flatMap(({ headings }) => headings.flatMap((heading) => heading.items))
  const at = items.findIndex((candidate) => candidate.id === item.id)
  const [before, next] = [items[at - 1], items[at + 1]]
  return (
    <nav className="no-print flex gap-2 text-sm">
      {before && (
        <a
          href={paths.circulationComments(slug, id, before.id)}
          rel="prev"
          data-key="k"
          aria-keyshortcuts="K"
          className="button button-plain"
        >
          ← {t('previous')}
        </a>
      )}
      {next && (
        <a
          href={paths.circulationComments(slug, id, next.id)}
          rel="next"
          data-key="j"
          aria-keyshortcuts="J"
          className="button"
        >
          {t('next')} →
        </a>
      )}
    </nav>
  )
}
