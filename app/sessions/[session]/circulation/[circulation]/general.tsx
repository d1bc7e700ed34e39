import { randomUUID } from 'node:crypto'
import { aboutWords } from '@/components/circulation/commenting/said'
import { listOnOurBehalf } from '@/lib/circulation/comments/reading/joint'
import { listOwnDrafts, listOwnReleased } from '@/lib/circulation/comments/reading/own-queries'
import { draftToContinue, newStart, startOf } from '@/lib/circulation/comments/reading/start'
import type { ContentsList } from '@/lib/circulation/comments/reading/views'
import type { Targeted } from '@/lib/circulation/comments/targets'
import { printSeatDate } from '@/lib/clock'
import { listProgress } from '@/lib/consolidation/status/progress'
import { isSignedIn } from '@/lib/delegations/actor'
import { paths } from '@/lib/paths'
import { sessionInSentence } from '@/lib/sessions/session-view'
import { translations } from '@/lib/messages'
import type { PartInput } from './reading'
import { OwnComments } from './own-comments'
import { counts } from '@/lib/circulation/counting'

/** Whether a delegation begins to read the items, is in the middle of them, or has looked at all. */
const placeIn = (items: readonly { isLookedAt: boolean }[]): string => {
  const unlooked = items.filter(({ isLookedAt }) => !isLookedAt).length
  if (unlooked === 0) return 'end'
  return unlooked === items.length ? 'start' : 'middle'
}

const NOTHING = { itemId: null, headingId: null, listId: null }

type Offered = { key: string; targeted: Targeted; label: string }

/** The beginning of the reading, and the delegation's comments on no single item. */
export async function GeneralPart(part: PartInput) {
  const { circulation, lists, search, draft } = part
  const { id, slug, delegation } = circulation
  const [drafts, released, joint, progress] = await Promise.all([
    listOwnDrafts(circulation),
    listOwnReleased(circulation),
    listOnOurBehalf(circulation, { itemId: null }),
    listProgress(part.actor),
  ])
  const adoptedAt = progress.get(circulation.sessionId)?.adoptedAt
  const t = translations('circulationComments')
  const onNoItem = <T extends { itemId: string | null }>(rows: readonly T[]) =>
    rows.filter(({ itemId }) => itemId === null)
  const offered = offeredTargets(lists)
  const choice = offered.find(({ key }) => key === search.on)
  const changed = onNoItem(released).find(
    (comment) => comment.id === search.change && counts(comment),
  )
  const begun =
    choice &&
    draftToContinue(drafts, isSignedIn(part.actor) ? part.actor.personId : null, choice.targeted)
  const newId = randomUUID()
  const start = startOf(
    { id: newId, circulationId: id },
    {
      draft: draft ?? (changed ? undefined : begun),
      changed,
      fresh: choice ? newStart(newId, id, choice.targeted, null, 'en') : null,
    },
  )
  const address = paths.circulationComments(slug, id)
  const items = lists.flatMap(({ headings }) => headings.flatMap((heading) => heading.items))
  const first = items.find(({ isLookedAt }) => !isLookedAt) ?? items[0]
  const subject = choice?.label ?? (draft && aboutWords(draft))
  const own = (
    <OwnComments
      {...part}
      address={address}
      start={start}
      drafts={onNoItem(drafts)}
      released={onNoItem(released)}
      joint={joint}
      stands={false}
      writeAddress={null}
      noneKey="noneGeneral"
    />
  )
  return (
    <div className="min-w-0">
      <p className="max-w-prose">{t(aboutKey(circulation))}</p>
      {adoptedAt && (
        <p className="mt-2 max-w-prose font-semibold">
          {t('afterAdoption', { date: printSeatDate(adoptedAt) })}
        </p>
      )}
      {first && (
        <p className="no-print mt-4">
          <a
            href={paths.circulationComments(slug, id, first.id)}
            data-key="j"
            aria-keyshortcuts="J"
            className="button button-main"
          >
            {t('begin', { number: first.number, from: placeIn(items) })}
          </a>
        </p>
      )}
      {delegation === null ? (
        own
      ) : (
        <section className="mt-10">
          <h2 className="font-serif text-xl font-semibold">{t('general')}</h2>
          <p className="text-quiet">{t('generalAbout')}</p>
          <ul className="no-print mt-3 grid justify-items-start gap-1">
            {offered.map(({ key, label }) => (
              <li key={key}>
                <a
                  href={`${address}?on=${encodeURIComponent(key)}#write`}
                  className="way"
                  {...(key === 'circulation' && { 'data-key': 'c', 'aria-keyshortcuts': 'C' })}
                >
                  {label}
                </a>
              </li>
            ))}
          </ul>
          {subject && <p className="mt-6 font-semibold">{subject}</p>}
          {own}
        </section>
      )}
    </div>
  )
}

/** The sentence of the beginning, by whether this reader's delegation comments now. */
const aboutKey = ({ delegation, isOpen }: PartInput['circulation']) =>
  delegation === null ? 'aboutReader' : isOpen ? 'about' : 'aboutClosed'

/** The targets of a comment besides items. */
function offeredTargets(lists: readonly ContentsList[]): Offered[] {
  const t = translations('circulationComments')
  return [
    {
      key: 'circulation',
      targeted: { target: 'circulation', ...NOTHING },
      label: t('circulationWhole'),
    },
    ...lists.flatMap((list): Offered[] => [
      {
        key: `list ${list.id}`,
        targeted: { target: 'list', ...NOTHING, listId: list.id },
        label: t('listWhole', {
          symbol: list.symbol || 'none',
          session: sessionInSentence(list),
        }),
      },
      ...list.headings.map(
        (heading): Offered => ({
          key: `heading ${heading.id}`,
          targeted: { target: 'heading', ...NOTHING, headingId: heading.id },
          label: t('headingOf', { title: heading.title, list: sessionInSentence(list) }),
        }),
      ),
    ]),
    { key: 'other', targeted: { target: 'other', ...NOTHING }, label: t('otherSubject') },
  ]
}
