import 'server-only'
import { firstWordsOf } from '@/lib/circulation/comments/reading/first-words'
import {
  type CirculationView,
  getItem,
  listContents,
} from '@/lib/circulation/comments/reading/queries'
import { memoizedFile, type PublicFile } from '@/lib/http/public-file'
import { addressOf } from '@/lib/mail/letters'
import { orNotFound } from '@/lib/errors'
import { FEED_LENGTH, postedFeed } from './feed'
import { postedJson } from './json'
import { itemPage } from './pages/item'
import { entityPage, generalPage, targetsOf } from './pages/listed'
import { overviewPage } from './pages/overview'
import {
  countPosted,
  eachPosted,
  getPosted,
  listLatestPosted,
  listPosted,
  stampOf,
} from './queries'
import type { PostedCirculation } from './views'

const HTML = 'text/html; charset=utf-8'
const NOBODY: Pick<CirculationView, 'delegation'> = { delegation: null }

const contentsOf = ({ id }: PostedCirculation) => listContents({ id, ...NOBODY })

/** The posted comments as JSON, piece by piece. */
export async function* jsonOf(circulation: PostedCirculation): AsyncGenerator<string> {
  yield* postedJson(circulation, await contentsOf(circulation), eachPosted(circulation))
}

/** Letters of an item on the public page of its circulation. */
const ITEM_WORDS = 120

const page = (key: string, make: () => Promise<string>): Promise<PublicFile> =>
  memoizedFile(key, async () => ({ body: await make(), type: HTML, name: 'comments.html' }))

/** The public page of a circulation. Refused as not found before its comments are posted; so are all below. */
export async function overviewFile(slug: string, id: string): Promise<PublicFile> {
  const circulation = await getPosted(slug, id)
  const stamp = await stampOf({ circulationId: id })
  return page(`posted ${id} ${stamp} ${circulation.isOpen}`, async () => {
    const [lists, words, counts] = await Promise.all([
      contentsOf(circulation),
      firstWordsOf(id, ITEM_WORDS),
      countPosted(circulation),
    ])
    return overviewPage(circulation, lists, words, counts)
  })
}

/** The public page of all comments on one item. */
export async function itemFile(slug: string, id: string, itemId: string): Promise<PublicFile> {
  const where = { circulationId: id, itemId }
  const [circulation, stamp] = await Promise.all([getPosted(slug, id), stampOf(where)])
  return page(`posted item ${id} ${itemId} ${stamp}`, async () => {
    const [item, comments] = await Promise.all([
      getItem(id, itemId),
      listPosted(circulation, where),
    ])
    return itemPage(circulation, item, comments)
  })
}

/** The public page of all comments of one State or organisation. */
export async function entityFile(
  slug: string,
  id: string,
  delegationId: string,
): Promise<PublicFile> {
  const where = { circulationId: id, delegationId }
  const [circulation, stamp] = await Promise.all([getPosted(slug, id), stampOf(where)])
  return page(`posted entity ${id} ${delegationId} ${stamp}`, async () => {
    const [lists, comments] = await Promise.all([
      contentsOf(circulation),
      listPosted(circulation, where),
    ])
    orNotFound(comments[0])
    return entityPage(circulation, targetsOf(lists), comments)
  })
}

/** The public page of the comments that are on no single item. */
export async function generalFile(slug: string, id: string): Promise<PublicFile> {
  const where = { circulationId: id, itemId: null }
  const [circulation, stamp] = await Promise.all([getPosted(slug, id), stampOf(where)])
  return page(`posted general ${id} ${stamp}`, async () => {
    const [lists, comments] = await Promise.all([
      contentsOf(circulation),
      listPosted(circulation, where),
    ])
    return generalPage(circulation, targetsOf(lists), comments)
  })
}

/** The Atom feed of the latest public comments. */
export async function feedFile(slug: string, id: string): Promise<PublicFile> {
  const circulation = await getPosted(slug, id)
  const stamp = await stampOf({ circulationId: id })
  return memoizedFile(`posted feed ${id} ${stamp}`, async () => {
    const [lists, comments] = await Promise.all([
      contentsOf(circulation),
      listLatestPosted(circulation, FEED_LENGTH),
    ])
    return {
      body: postedFeed(circulation, targetsOf(lists), comments, addressOf),
      type: 'application/atom+xml; charset=utf-8',
      name: 'comments.atom',
    }
  })
}
