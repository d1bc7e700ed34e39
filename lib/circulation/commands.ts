import 'server-only'
import { clockTime, db, isUniqueViolation, type Tx } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { lockRow, lockRows } from '@/lib/db/row-locks'
import { areUnchanged, isUnchanged } from '@/lib/db/unchanged'
import { requireAllowed } from '@/lib/decision'
import type { SignedIn } from '@/lib/delegations/actor'
import { isOfSomeSecretariat } from '@/lib/delegations/policy'
import { transaction } from '@/lib/delegations/transaction'
import { releaseThing } from '@/lib/documents/things'
import { assertFound, authorize, orNotFound, Refused } from '@/lib/errors'
import { requireDeadline } from '@/lib/sessions/periods/deadline'
import { record, sha256 } from '@/lib/record/record'
import { isListAdopted } from './list-adopted'
import { sendExtension, sendLetters } from './letters'
import {
  canChangeCirculation,
  canCreateCirculation,
  canExtendCirculation,
  canOpenCirculation,
  preparesCirculations,
} from './policy'
import type {
  CreateCirculation,
  EditCirculation,
  ExtendCirculation,
  OpenCirculation,
} from './schema'

/** The address of a circulation. */
export type CirculationAddress = { slug: string; id: string }

/**
 * Prepares a circulation of the group's issued lists; nothing goes out. Refuses actors outside the Secretariat, a
 * session that is no stock-taking or has an adopted list, and an unissued list. Idempotent by the form's id.
 */
export async function createCirculation(
  actor: SignedIn,
  { id, slug, lists, ...content }: CreateCirculation,
): Promise<CirculationAddress> {
  try {
    return await transaction(actor, async (tx) => {
      const session = orNotFound(
        await tx.session.findUnique({
          where: { slug },
          select: { id: true, kind: true, groupId: true },
        }),
      )
      await lockList(tx, session)
      const listAdopted = await isListAdopted(tx, session)
      requireAllowed(canCreateCirculation(actor, { ...session, listAdopted }))
      requireDeadline(content.openUntil, await clockTime(tx))
      await requireIssued(tx, session.groupId, lists)
      await tx.circulation.create({
        data: {
          id,
          ...content,
          sessionId: session.id,
          createdById: actor.personId,
          lists: { create: lists.map((listId, index) => ({ listId, position: index + 1 })) },
        },
      })
      // Everybody reads the record: it has the title from the opening on.
      await record(tx, actor, 'circulation.prepared', { sessionId: session.id, subjectId: id })
      return { slug, id }
    })
  } catch (error) {
    // Another request of the same form was faster.
    if (isUniqueViolation(error) && (await isPrepared(slug, id))) return { slug, id }
    throw error
  }
}

const isPrepared = async (slug: string, id: string): Promise<boolean> =>
  (await db.circulation.count({ where: { id, session: { slug } } })) > 0

/**
 * Changes the letter that will go out. Idempotent: a circulation that stays the same is not recorded again. Refuses a
 * circulation that was opened, and a version that somebody else changed meanwhile.
 */
export function editCirculation(
  actor: SignedIn,
  { id, version, lists, ...content }: EditCirculation,
): Promise<CirculationAddress> {
  return transaction(actor, async (tx) => {
    const circulation = await lockManaged(tx, actor, id)
    const { sessionId, slug } = circulation
    requireAllowed(canChangeCirculation(actor, circulation))
    requireVersion(circulation, version)
    requireDeadline(content.openUntil, await clockTime(tx))
    await requireIssued(tx, circulation.groupId, lists)
    const earlierLists = await tx.circulatedList.findMany({
      where: { circulationId: id },
      orderBy: { position: 'asc' },
    })
    const sameLists = areUnchanged(
      earlierLists,
      lists.map((listId) => ({ listId })),
    )
    if (isUnchanged(circulation, content) && sameLists) return { slug, id }
    await tx.circulatedList.deleteMany({ where: { circulationId: id } })
    await tx.circulatedList.createMany({
      data: lists.map((listId, index) => ({ circulationId: id, listId, position: index + 1 })),
    })
    await tx.circulation.update({
      where: { id },
      data: { ...content, version: circulation.version + 1 },
    })
    await record(tx, actor, 'circulation.changed', { sessionId, subjectId: id })
    return { slug, id }
  })
}

/**
 * Opens a circulation: the letters go out to the contact people of all addressees, one to each, and until the deadline
 * the delegations comment. From here on the lists, the letter and the rule of posting stay. Refuses another version than
 * the one that was read, a deadline that has passed, and a circulation without addressees. Idempotent.
 */
export function openCirculation(
  actor: SignedIn,
  { id, version }: OpenCirculation,
): Promise<CirculationAddress> {
  return transaction(actor, async (tx) => {
    await lockList(tx, { circulations: { some: { id } } })
    const circulation = await lockManaged(tx, actor, id)
    const { sessionId, slug, title, letter } = circulation
    if (circulation.openedById === actor.personId) return { slug, id }
    requireAllowed(canOpenCirculation(actor, circulation))
    requireVersion(circulation, version)
    requireDeadline(circulation.openUntil, await clockTime(tx))
    if ((await tx.circulationAddressee.count({ where: { circulationId: id } })) === 0)
      throw new Refused('invalid', 'noAddressees')
    await tx.circulation.update({
      where: { id },
      data: { openedAt: await clockTime(tx), openedById: actor.personId },
    })
    await releaseThing(tx, { kind: 'circulationLetter', circulationId: id }, { sessionId, actor })
    await record(tx, actor, 'circulation.opened', {
      sessionId,
      subjectId: id,
      data: { title, until: circulation.openUntil.toISOString() },
      textHash: sha256(letter),
    })
    await sendLetters(tx, id)
    return { slug, id }
  })
}

/** Gives all addressees a later deadline, before the former has passed, and tells them why. */
export function extendCirculation(
  actor: SignedIn,
  { id, openUntil, reason }: ExtendCirculation,
): Promise<CirculationAddress> {
  return transaction(actor, async (tx) => {
    const circulation = await lockManaged(tx, actor, id)
    const { sessionId, slug, title, openUntil: formerUntil } = circulation
    const now = await clockTime(tx)
    requireAllowed(canExtendCirculation(actor, circulation, now))
    requireDeadline(openUntil, now, formerUntil)
    const extension = await tx.circulationExtension.create({
      data: {
        circulationId: id,
        formerUntil,
        openUntil,
        reason,
        extendedById: actor.personId,
      },
    })
    await tx.circulation.update({ where: { id }, data: { openUntil } })
    await record(tx, actor, 'circulation.extended', {
      sessionId,
      subjectId: id,
      data: { title, until: openUntil.toISOString(), reason },
    })
    await sendExtension(tx, id, extension)
    return { slug, id }
  })
}

/** Locks a circulation that the actor administers; another is not found. */
export async function lockManaged(tx: Tx, actor: SignedIn, id: string) {
  authorize(isOfSomeSecretariat(actor), 'secretariatOnly')
  assertFound(await lockRow(tx, 'Circulation', id))
  const { session, ...circulation } = orNotFound(
    await tx.circulation.findUnique({
      where: { id },
      include: {
        session: {
          select: { slug: true, groupId: true, consolidatedList: { select: { adoptedAt: true } } },
        },
      },
    }),
  )
  assertFound(preparesCirculations(actor, circulation.sessionId))
  const { consolidatedList, ...about } = session
  return { ...circulation, ...about, listAdopted: Boolean(consolidatedList?.adoptedAt) }
}

/** Holds the list of a session as it is: it is adopted before the circulation is prepared and opened, or after its deadline. */
async function lockList(tx: Tx, session: Prisma.SessionWhereInput): Promise<void> {
  const list = await tx.consolidatedList.findFirst({ where: { session }, select: { id: true } })
  if (list) await lockRows(tx, 'ConsolidatedList', [list.id], 'share')
}

const requireVersion = (circulation: { version: number }, version: number): void => {
  if (circulation.version !== version) throw new Refused('conflict', 'circulationChanged')
}

async function requireIssued(tx: Tx, groupId: string, ids: readonly string[]): Promise<void> {
  const issuedCount = await tx.preliminaryList.count({
    where: { id: { in: [...ids] }, issuedAt: { not: null }, session: { groupId } },
  })
  if (issuedCount !== new Set(ids).size) throw new Refused('invalid', 'listNotIssued', {}, 'lists')
}
