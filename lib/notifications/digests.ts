import 'server-only'
import { printDate } from '@/lib/clock'
import { db, systemTransaction, type Tx } from '@/lib/db/client'
import { enqueueMail } from '@/lib/mail/enqueue'
import { addressOf, letters } from '@/lib/mail/letters'
import { paths } from '@/lib/paths'
import { type Morning, morningOf } from './morning'

/** The number of daily letters written before the worker looks at the clock again. */
const AT_ONCE = 200

/**
 * Writes the daily letters that are due: one to a person and morning, with all that has gathered since the last,
 * however many instances do this at once and however long none did. Returns how many it wrote.
 */
export async function composeDigests(now: Date): Promise<number> {
  const morning = morningOf(now)
  const people = await db.person.findMany({
    where: {
      disabledAt: null,
      digestLines: { some: { morning: null, at: { lt: morning.from } } },
      digests: { none: { morning: morning.day } },
    },
    orderBy: { id: 'asc' },
    take: AT_ONCE,
    select: { id: true, name: true, email: true },
  })
  let count = 0
  for (const person of people)
    if (await systemTransaction((tx) => compose(tx, person, morning))) count += 1
  return count
}

type Person = { id: string; name: string; email: string }

/** The row of the digest is unique by person and morning: the instance that inserts it writes the letter. */
async function compose(tx: Tx, person: Person, { day, from }: Morning): Promise<boolean> {
  const personId = person.id
  const { count } = await tx.digest.createMany({
    data: [{ personId, morning: day }],
    skipDuplicates: true,
  })
  if (count === 0) return false
  const pending = { personId, morning: null, at: { lt: from } }
  const lines = await tx.digestLine.findMany({
    where: pending,
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  await tx.digestLine.updateMany({
    where: { id: { in: lines.map(({ id }) => id) } },
    data: { morning: day },
  })
  await enqueueMail(tx, { recipient: person.email, ...digestLetter(person, day, lines) })
  return true
}

function digestLetter(
  { name }: Person,
  day: Date,
  lines: readonly { subject: string; path: string }[],
) {
  const t = letters()
  const date = printDate(day)
  const counts = new Map<string, { subject: string; path: string; count: number }>()
  for (const { subject, path } of lines) {
    const key = `${subject} ${path}`
    counts.set(key, { subject, path, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  const printed = [...counts.values()].map(({ subject, path, count }) =>
    t('digest.line', { subject, count, address: addressOf(path) }),
  )
  return {
    subject: t('digest.subject', { date }),
    text: t('digest.text', {
      name,
      lines: printed.join('\n'),
      count: printed.length,
      desk: addressOf(paths.home),
      account: addressOf(paths.account),
    }),
  }
}
