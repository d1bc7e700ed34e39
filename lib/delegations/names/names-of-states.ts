import 'server-only'
import { db } from '@/lib/db/client'

/** Every State with its names in the six languages, and the English one without the words in brackets. */
export async function listStateNames(): Promise<{ name: string; names: string[] }[]> {
  const states = await db.entity.findMany({
    where: { kind: { in: ['memberState', 'observerState'] } },
    orderBy: { sortKey: 'asc' },
    select: { name: true, names: true },
  })
  return states.map(({ name, names }) => ({
    name,
    names: [name, name.replace(/ \(.*\)$/, ''), ...Object.values(names as Record<string, string>)],
  }))
}
