import 'server-only'
import { z } from 'zod'
import { ordinalWord } from '@/lib/clock'
import type { Tx } from '@/lib/db/client'
import { letterSession } from '@/lib/delegations/letters/memberships'
import { enqueueHourly, enqueueMail } from '@/lib/mail/enqueue'
import { addressOf, letters } from '@/lib/mail/letters'
import { paths } from '@/lib/paths'
import { standForSql } from '@/lib/proposals/withdrawal/stands-for'
import { placeOnList } from '@/lib/consolidation/views'
import type { LockedList } from './lock'

/** The news to States: the list has other words for theirs, or set theirs aside. */
export type Told = 'reworded' | 'setAside'

type Row = {
  slug: string
  email: string
  name: string
  delegation: string
  /** Whether the delegation has its place at the stock-taking, and so its page there. */
  present: boolean
  itemId: string
  ordinal: number
  heading: string
  paragraph: number | null
  letter: string | null
  importedNumber: string | null
}

/** The items and reasons of a waiting letter of rewordings, as the mail stores them. */
const Reworded = z.object({ items: z.array(z.uuid()), reasons: z.array(z.string()) })
type Reworded = z.output<typeof Reworded>

/** Parses the stored `Mail.about`; refuses another shape. */
export const readReworded = (about: unknown): Reworded => Reworded.parse(about)

/**
 * Tells those who may submit for the States of these preliminary items, in one mail to a person for any number of
 * items; those of a State that is not at the stock-taking are told where they submitted for it before. Of rewordings a
 * person is told once an hour at most, in one letter. In the transaction of the act, which has locked the list.
 */
export async function tellStates(
  tx: Tx,
  list: LockedList,
  itemIds: readonly string[],
  { kind, reason }: { kind: Told; reason: string },
): Promise<void> {
  if (itemIds.length === 0) return
  const { short } = await letterSession(tx, list.sessionId)
  const rows = await rowsOf(tx, list, itemIds)
  for (const email of new Set(rows.map((row) => row.email))) {
    const ownRows = rows.filter((row) => row.email === email)
    if (kind === 'setAside') {
      await enqueueMail(tx, { recipient: email, ...letterOf(kind, short, ownRows, [reason]) })
      continue
    }
    await enqueueHourly<Reworded>(
      tx,
      { recipient: email, topic: `reworded ${list.id}`, read: readReworded },
      async (pending) => {
        const items = [...new Set([...(pending?.items ?? []), ...ownRows.map((row) => row.itemId)])]
        const reasons = [...new Set([...(pending?.reasons ?? []), reason])].filter(Boolean)
        const letterRows = pending
          ? (await rowsOf(tx, list, items)).filter((row) => row.email === email)
          : ownRows
        return { ...letterOf(kind, short, letterRows, reasons), about: { items, reasons } }
      },
    )
  }
}

/** One letter about a person's items. */
function letterOf(kind: Told, session: string, rows: readonly Row[], reasons: readonly string[]) {
  const t = letters()
  const { slug, name, delegation, itemId, present } = rows[0]!
  const lines = rows.map((item) =>
    t('becameOf.line', { session: ordinalWord(item.ordinal), place: placeOnList(item) }),
  )
  const reasonText = reasons.filter(Boolean).join('; ')
  const values = { kind, session, count: lines.length, name, delegation }
  return {
    subject: t('becameOf.subject', values),
    text: t('becameOf.text', {
      ...values,
      lines: lines.join('\n'),
      reason: reasonText || 'none',
      why: reasonText,
      present: String(present),
      address: addressOf(present ? `${paths.ours(slug)}#item-${itemId}` : paths.session(slug)),
    }),
  }
}

const rowsOf = (tx: Tx, list: LockedList, itemIds: readonly string[]): Promise<Row[]> =>
  tx.$queryRaw<Row[]>`
    SELECT DISTINCT here.slug, person.email, person.name, d.name AS delegation,
      present.id IS NOT NULL AS present,
      i.id AS "itemId", s.ordinal, h.title AS heading, i.paragraph, i.letter, i."importedNumber"
    FROM "Item" i
    JOIN "ListHeading" h ON h.id = i."headingId"
    JOIN "PreliminaryList" l ON l.id = i."listId" JOIN "Session" s ON s.id = l."sessionId"
    JOIN "ItemProposal" x ON x."itemId" = i.id
    JOIN "Proposal" p ON p.id = x."proposalId"
    CROSS JOIN LATERAL ${standForSql} AS stands(id)
    JOIN "Delegation" d ON d.id = stands.id
    JOIN "Session" here ON here.id = ${list.sessionId}::uuid
    LEFT JOIN "Delegation" present ON present."sessionId" = here.id
      AND present."entityId" = d."entityId" AND present.state IN ('registered', 'accredited')
    JOIN "Representative" r ON r."delegationId" = coalesce(present.id, d.id) AND r."maySubmit" AND r."endedAt" IS NULL
    JOIN "Person" person ON person.id = r."personId" AND person."disabledAt" IS NULL
    WHERE i.id = ANY (${[...itemIds]}::uuid[])
    ORDER BY person.email, s.ordinal, h.title, i.paragraph, i.letter`
