import 'server-only'
import { requireOwnVersion } from '@/lib/comments/target'
import { clockTime, type Tx } from '@/lib/db/client'
import { requireAllowed } from '@/lib/decision'
import { Prisma } from '@/lib/db/generated/client'
import { membershipIn, type SignedIn } from '@/lib/delegations/actor'
import { assertFound, authorize, orNotFound, Refused } from '@/lib/errors'
import { requireKnownGroup } from '@/lib/sessions/attribution/commands'
import type { TextDocument } from '@/lib/text/document/document'
import { toMarked } from '@/lib/text/document/marked'
import { readWording } from '@/lib/text/document/wording'
import type { LoadedCirculation } from '../load'
import { canChangeInHand, canDraftHere } from '../policy'
import type { KeepDraft, SupportItems } from '../schema'
import { type CirculatedItem, circulatedItems, type Targeted, targetOf } from '../targets'
import { counting } from '@/lib/circulation/counting'

/** The place of a kept draft. */
export type KeptDraft = { id: string; slug: string; circulationId: string; version: number }

/** Keeps a draft as `keepDraft` says, within the transaction of an act. */
export async function keepWithin(
  tx: Tx,
  actor: SignedIn,
  circulation: LoadedCirculation,
  input: KeepDraft,
  unanswered: readonly { text: string }[] = [],
): Promise<KeptDraft> {
  const { id, replacesId } = input
  const circulationId = circulation.id
  authorize(canDraftHere(actor, circulation), 'commentNotAllowed')
  const { delegationId } = orNotFound(membershipIn(actor, circulation.sessionId))
  const targeted = targetOf(input)
  const items = await circulatedItems(tx, circulationId, [targeted])
  const earlier = await findDraft(tx, id)
  assertFound(!earlier || (earlier.delegationId === delegationId && isAbout(earlier, targeted)))
  if (earlier && !earlier.isOpen) throw new Refused('conflict', 'commentNoLongerDraft')
  if (earlier) requireAllowed(canChangeInHand(earlier))
  requireOwnVersion(actor, earlier, input, unanswered)
  await requireKnownGroup(tx, circulation.sessionId, input.onBehalfOfId)
  if (replacesId)
    await requireOwnComment(tx, { replacesId, circulationId, delegationId, ...targeted })

  const item = targeted.itemId ? items.get(targeted.itemId) : undefined
  const wording = item ? wordingOver(item, input) : null
  const content = {
    category: input.category,
    position: input.position,
    subject: input.target === 'other' ? input.subject.trim() : '',
    passage: item ? input.passage : '',
    passageStart: item && input.passage !== '' ? input.passageStart : null,
    language: input.language,
    text: input.text,
    wording: wording ?? Prisma.DbNull,
    onBehalfOfId: input.onBehalfOfId || null,
  }
  const version = earlier
    ? await writeOver(tx, actor, id, earlier.version, content)
    : await insert(tx, actor, { id, circulation, delegationId, targeted, replacesId, content })
  return { id, slug: circulation.slug, circulationId, version }
}

type Content = Omit<
  Prisma.CirculationDraftCreateManyInput,
  'id' | 'circulationId' | 'sessionId' | 'delegationId' | 'target' | 'createdById' | 'updatedById'
>

async function writeOver(
  tx: Tx,
  actor: SignedIn,
  id: string,
  version: number,
  content: Content,
): Promise<number> {
  const { count } = await tx.circulationDraft.updateMany({
    where: { id, version, releasedAt: null, discardedAt: null, handedAt: null },
    data: {
      ...content,
      version: version + 1,
      updatedAt: await clockTime(tx),
      updatedById: actor.personId,
    },
  })
  if (count === 0) throw new Refused('conflict', 'commentNoLongerDraft')
  return version + 1
}

async function insert(
  tx: Tx,
  actor: SignedIn,
  draft: {
    id: string
    circulation: { id: string; sessionId: string }
    delegationId: string
    targeted: Targeted
    replacesId: string
    content: Content
  },
): Promise<number> {
  const { id, circulation, delegationId, targeted, replacesId, content } = draft
  const { count } = await tx.circulationDraft.createMany({
    data: [
      {
        id,
        circulationId: circulation.id,
        sessionId: circulation.sessionId,
        delegationId,
        ...targeted,
        replacesId: replacesId || null,
        ...content,
        createdById: actor.personId,
        updatedById: actor.personId,
      },
    ],
    skipDuplicates: true,
  })
  if (count === 0) throw new Refused('conflict', 'commentNoLongerDraft')
  return 1
}

async function findDraft(tx: Tx, id: string) {
  const draft = await tx.circulationDraft.findUnique({
    where: { id },
    include: { updatedBy: { select: { name: true } } },
  })
  if (!draft) return null
  const { updatedBy, releasedAt, discardedAt, handedAt } = draft
  const isOpen = releasedAt === null && discardedAt === null && handedAt === null
  return { ...draft, writtenBy: updatedBy.name, isOpen }
}

const isAbout = (draft: Targeted, { target, ...ids }: Targeted): boolean =>
  draft.target === target &&
  draft.itemId === ids.itemId &&
  draft.headingId === ids.headingId &&
  draft.listId === ids.listId

/** A comment replaces one of its delegation on the same matter. */
async function requireOwnComment(
  tx: Tx,
  {
    replacesId,
    ...place
  }: Targeted & { replacesId: string; circulationId: string; delegationId: string },
): Promise<void> {
  assertFound(
    await tx.circulationComment.findFirst({
      where: { id: replacesId, ...place },
      select: { id: true },
    }),
  )
}

/** The item's edited text; null without an edit, or after the deletion of the whole text. */
function wordingOver(
  item: CirculatedItem,
  { body, words }: Pick<KeepDraft, 'body' | 'words'>,
): TextDocument | null {
  if (body === '' && words === '') return null
  const typed = { body, text: words }
  const wording = readWording(typed, item.language, { allowEmpty: true, over: item.body })
  const marked = toMarked(wording)
  return marked.trim() === '' || marked === toMarked(item.body) ? null : wording
}

/** Keeps drafts as `supportItems` says, within the transaction of an act; returns their ids. */
export async function supportWithin(
  tx: Tx,
  actor: SignedIn,
  circulation: LoadedCirculation,
  { itemIds, onBehalfOfId }: Omit<SupportItems, 'circulationId'>,
): Promise<string[]> {
  const circulationId = circulation.id
  authorize(canDraftHere(actor, circulation), 'commentNotAllowed')
  const { delegationId } = orNotFound(membershipIn(actor, circulation.sessionId))
  await requireKnownGroup(tx, circulation.sessionId, onBehalfOfId)
  const items = await circulatedItems(tx, circulationId, itemIds.map(itemTarget))
  const of = { circulationId, delegationId, itemId: { in: itemIds } }
  const select = { itemId: true } as const
  const [inHand, supported] = [
    await tx.circulationDraft.findMany({
      where: { ...of, releasedAt: null, discardedAt: null },
      select,
    }),
    await tx.circulationComment.findMany({
      where: {
        ...of,
        position: 'supports',
        ...counting,
      },
      select,
    }),
  ]
  const coveredIds = new Set([...inHand, ...supported].map(({ itemId }) => itemId))
  const drafts = await tx.circulationDraft.createManyAndReturn({
    data: [...items.values()]
      .filter(({ id }) => !coveredIds.has(id))
      .map(({ id }) => ({
        circulationId,
        sessionId: circulation.sessionId,
        delegationId,
        ...itemTarget(id),
        category: 'general' as const,
        position: 'supports' as const,
        onBehalfOfId: onBehalfOfId || null,
        createdById: actor.personId,
        updatedById: actor.personId,
      })),
    select: { id: true },
  })
  return drafts.map(({ id }) => id)
}

const itemTarget = (itemId: string): Targeted => ({
  target: 'item',
  itemId,
  listId: null,
  headingId: null,
})
