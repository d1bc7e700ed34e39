import { after } from 'next/server'
import { Contents } from '@/components/circulation/commenting/contents'
import { ReadingHead } from '@/components/circulation/commenting/reading-head'
import { ReadingKeys } from '@/components/circulation/commenting/reading-keys'
import { noteOpened } from '@/lib/circulation/addressees/commands'
import { canEnterForOthers } from '@/lib/circulation/comments/policy'
import { preparesCirculations } from '@/lib/circulation/policy'
import { canReadCompilation } from '@/lib/circulation/compilation/policy'
import type { Actor } from '@/lib/delegations/actor'
import { paths } from '@/lib/paths'
import { page, titled } from '@/lib/http/access'
import { asId } from '@/lib/errors'
import { listOwnDrafts } from '@/lib/circulation/comments/reading/own-queries'
import {
  type CirculationView,
  getItem,
  listContents,
  noteItemLook,
} from '@/lib/circulation/comments/reading/queries'
import { withLook } from '@/lib/circulation/comments/reading/views'
import { translations } from '@/lib/messages'
import { sessionName } from '@/lib/sessions/session-view'
import { GeneralPart } from './general'
import { ItemPart } from './item'
import { readAddress } from './reading'

export const generateMetadata = titled(
  'participant',
  () => translations('circulationComments')('title'),
  async (actor, { params, search }) => {
    const { circulation } = await readAddress(actor, params)
    if (!search.item) return circulation.title
    const item = await getItem(circulation.id, asId(search.item))
    return `${item.number}, ${sessionName(item)} · ${circulation.title}`
  },
)

/** One page to read the circulated lists and to comment on them: an item, or the general part. */
export default page('participant', async (actor, { params, search }) => {
  const { circulation } = await readAddress(actor, params)
  const [contents, drafts] = await Promise.all([
    listContents(circulation),
    listOwnDrafts(circulation),
  ])
  const draft = drafts.find(({ id, discardedAt }) => id === search.draft && !discardedAt)
  const itemId = draft ? draft.itemId : search.item
  const item = itemId ? await getItem(circulation.id, asId(itemId)) : null
  after(async () => {
    await noteOpened(actor, circulation)
    if (item) await noteItemLook(actor, circulation, item.id)
  })
  // The look is written after the answer, and counts on the page already.
  const lists = item && circulation.delegation ? withLook(contents, item.id) : contents
  const t = translations('circulationComments')
  const isOurs = draft && !draft.handedAt && !draft.onPaperAt
  const part = { actor, circulation, lists, search, draft: isOurs ? draft : null }
  return (
    <>
      <ReadingKeys />
      <ReadingHead
        circulation={circulation}
        lists={lists}
        drafts={drafts}
        ways={waysOn(actor, circulation)}
        readsItem={item !== null}
      />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[15rem_minmax(0,1fr)]">
        <aside className="no-print min-w-0">
          <details className="lg:hidden">
            <summary className="cursor-pointer font-semibold">{t('contents')}</summary>
            <div className="mt-3">
              <Contents lists={lists} circulation={circulation} current={item?.id ?? null} />
            </div>
          </details>
          <div className="sticky top-4 hidden max-h-[calc(100vh-2rem)] overflow-y-auto lg:block">
            <Contents lists={lists} circulation={circulation} current={item?.id ?? null} />
          </div>
        </aside>
        {item ? <ItemPart {...part} item={item} /> : <GeneralPart {...part} />}
      </div>
    </>
  )
})

/** The other pages of the circulation that this reader has. */
function waysOn(actor: Actor, { id, slug, sessionId, delegation }: CirculationView) {
  const t = translations('circulationComments')
  const setup = translations('circulationSetup')
  const enters = canEnterForOthers(actor, sessionId)
  return [
    ...(preparesCirculations(actor, sessionId)
      ? [
          { href: paths.manageCirculation(slug, id), label: setup('manage') },
          { href: paths.addressees(slug, id), label: setup('addressees') },
        ]
      : []),
    ...(delegation || enters ? [{ href: paths.papers(slug, id), label: t('papers') }] : []),
    ...(enters ? [{ href: paths.circulationLate(slug, id), label: t('lateTitle') }] : []),
    ...(canReadCompilation(actor, sessionId)
      ? [{ href: paths.compilation(slug, id), label: t('compilation') }]
      : []),
  ]
}
