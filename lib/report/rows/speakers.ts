import type { EntityKind } from '@/lib/delegations/kinds'
import { sortKey } from '@/lib/delegations/names/sort-key'
import type { Prisma } from '@/lib/db/generated/client'
import type { SpeakerFacts, StatementFacts } from '@/lib/report/facts'
import { withoutArticle } from '@/lib/sessions/attribution/attribution'

type Rows = {
  speakersLists: readonly { closedAt: Date | null }[]
  statements: readonly {
    kind: string
    speaker: string
    entity: { kind: EntityKind; article: boolean; sortKey: string } | null
    onBehalfOf: { name: string } | null
    attribution: AttributionRow | null
  }[]
}

const KINDS: Partial<Record<string, SpeakerFacts['kind']>> = {
  state: 'memberState',
  observer: 'observerState',
  organisation: 'intergovernmental',
  group: 'groupOfStates',
}

/** The attribution of a statement for the report: its members that dissociated themselves. */
export const dissociated = {
  select: {
    members: {
      where: { dissociations: { some: { endedAt: null } } },
      orderBy: { sortKey: 'asc' },
      select: { name: true, sortKey: true, entity: { select: { article: true } } },
    },
  },
} satisfies Prisma.Statement$attributionArgs
type AttributionRow = { members: { name: string; sortKey: string; entity: { article: boolean } }[] }

/** The speakers of the statements that were made; rights of reply and points of order are none. */
export function statementsOf({ speakersLists, statements }: Rows): StatementFacts {
  const speakers = statements.flatMap(({ kind, speaker, entity, onBehalfOf, attribution }) => {
    const usual = KINDS[kind]
    if (!usual) return []
    return {
      kind: usual === 'groupOfStates' ? usual : (entity?.kind ?? usual),
      name: usual === 'groupOfStates' ? withoutArticle(speaker) : speaker,
      article: entity?.article ?? usual === 'groupOfStates',
      sortKey: entity?.sortKey ?? sortKey(speaker),
      onBehalfOf: onBehalfOf ? `the ${withoutArticle(onBehalfOf.name)}` : '',
      except: (attribution?.members ?? []).map(({ entity: { article }, ...member }) => ({
        ...member,
        article,
      })),
    }
  })
  const closed = speakersLists.every(({ closedAt }) => closedAt !== null)
  return { complete: speakers.length > 0 && closed, speakers }
}
