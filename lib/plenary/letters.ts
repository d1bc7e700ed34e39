import 'server-only'
import { ordinalFigure } from '@/lib/clock'
import type { Tx } from '@/lib/db/client'
import { takingPart } from '@/lib/delegations/kinds'
import { letterSession } from '@/lib/delegations/letters/memberships'
import { writeToDelegations, writeToSession } from '@/lib/delegations/letters/post'
import { itemNumber } from '@/lib/proposals/preliminary-list/item-number'
import { addressOf, letters } from '@/lib/mail/letters'
import { standingFor } from '@/lib/proposals/withdrawal/stands-for'
import { paths } from '@/lib/paths'

type Adopted = { id: string; sessionId: string }

/** Tells everybody concerned that the list is adopted, at which meeting. */
export const tellAdoption = (
  tx: Tx,
  list: Adopted,
  { items, meeting }: { items: number; meeting: number },
): Promise<void> => tell(tx, list, 'adopted', { items, meeting: ordinalFigure(meeting) })

/** Tells everybody concerned of a corrigendum to the adopted list: which item it corrects, and why. */
export async function tellCorrigendum(
  tx: Tx,
  list: Adopted,
  { number, itemId, reason }: { number: number; itemId: string; reason: string },
): Promise<void> {
  const item = await tx.consolidatedItem.findUniqueOrThrow({ where: { id: itemId } })
  await tell(tx, list, 'corrected', { number, item: itemNumber(item), reason }, itemId)
}

/**
 * Writes to everybody who has a place at the stock-taking, and to those who may submit for a State that stands for items
 * in the stock-taking but has no place there.
 */
async function tell(
  tx: Tx,
  list: Adopted,
  key: 'adopted' | 'corrected',
  values: Record<string, string | number>,
  itemId?: string,
): Promise<void> {
  const t = letters()
  const { slug, short, event } = await letterSession(tx, list.sessionId)
  const path = itemId ? paths.consolidatedItem(slug, itemId) : paths.publicConsolidated(slug)
  const about = { ...values, session: short, event, address: addressOf(path) }
  const publicPath = paths.publicConsolidated(slug)
  const open = { ...about, address: addressOf(publicPath) }
  await writeToSession(tx, list.sessionId, ({ name }) => ({
    matter: 'lists',
    path,
    subject: t(`${key}.subject`, about),
    text: t(`${key}.text`, { ...about, name }),
  }))
  const present = await tx.delegation.findMany({
    where: { sessionId: list.sessionId, state: takingPart },
    select: { entityId: true },
  })
  const consolidated = {
    items: { some: { item: { list: { coveredBy: { some: { consolidatedListId: list.id } } } } } },
  }
  const absent = await tx.delegation.findMany({
    where: {
      entityId: { notIn: present.map(({ entityId }) => entityId) },
      ...standingFor(consolidated),
    },
    select: { id: true },
  })
  await writeToDelegations(
    tx,
    absent.map(({ id }) => id),
    ({ name }) => ({
      matter: 'lists',
      path: publicPath,
      subject: t(`${key}.subject`, open),
      text: t(`${key}.text`, { ...open, name }),
    }),
  )
}
