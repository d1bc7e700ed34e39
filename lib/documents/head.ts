import type { Masthead } from '@/lib/export/paper'
import type { Distribution } from './kinds'
import { headKind, symbolToCome } from './symbols/symbol'

/** The register's facts of a printed paper. */
export type Registered = { symbol: string; distribution: Distribution }

/** The columns of a document for its head, for the queries of printed papers. */
export const registeredColumns = { symbol: true, distribution: true } as const

/** The living documents of a thing, the newest first: its paper has the symbol of the first. */
export const newestDocument = {
  where: { withdrawnAt: null },
  orderBy: [{ registeredAt: 'desc' as const }, { id: 'desc' as const }],
  select: { ...registeredColumns, kind: true },
}

/** The `where` of the public documents. */
export const issuedToAll = {
  issuedAt: { not: null },
  withdrawnAt: null,
  distribution: { not: 'restricted' as const },
  NOT: { kind: 'draftReport' as const, reportId: { not: null } },
}

const ORGANS: Record<string, string> = {
  A: 'General Assembly',
  E: 'Economic and Social Council',
  S: 'Security Council',
}
const DISTRIBUTIONS = { general: 'General', limited: 'Limited', restricted: 'Restricted' } as const

type Head = Pick<Masthead, 'symbol' | 'organ'> &
  ({ kind: 'office' } | { kind: 'full'; distribution: 'General' | 'Limited' | 'Restricted' })

/**
 * The symbol of a paper and the kind of its head: plain under the root of an expert group, full with organ and
 * distribution under that of its parent. If no symbol was given yet, the gap is printed.
 */
export function headOf(
  session: { symbolRoot: string; startsOn: Date },
  document: Registered | null | undefined,
): Head {
  const symbol =
    document?.symbol ?? symbolToCome(session.symbolRoot, session.startsOn.getUTCFullYear())
  if (headKind(symbol) === 'office') return { kind: 'office', symbol }
  const organ = ORGANS[symbol.split('/')[0]!]
  const distribution = DISTRIBUTIONS[document?.distribution ?? 'general']
  return { kind: 'full', symbol, distribution, ...(organ && { organ }) }
}
