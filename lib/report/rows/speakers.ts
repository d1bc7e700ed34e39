import type { EntityKind } from '@/lib/delegations/kinds'
import { sortKey } from '@/lib/delegations/names/sort-key'
import type { SpeakerFacts, StatementFacts } from '@/lib/report/facts'

type Rows = {
  speakersLists: readonly { closedAt: Date | null }[]
  statements: readonly {
    kind: string
    speaker: string
    entity: { kind: EntityKind; article: boolean; sortKey: string } | null
    onBehalfOf: { name: string } | null
  }[]
}

const KINDS: Partial<Record<string, SpeakerFacts['kind']>> = {
  state: 'memberState',
  observer: 'observerState',
  organisation: 'intergovernmental',
  group: 'groupOfStates',
}

/** The speakers of the statements that were made; rights of reply and points of order are none. */
export function statementsOf({ speakersLists, statements }: Rows): StatementFacts {
  const speakers = statements.flatMap(({ kind, speaker, entity, onBehalfOf }) => {
    const usual = KINDS[kind]
    if (!usual) return []
    return {
      kind: usual === 'groupOfStates' ? usual : (entity?.kind ?? usual),
      name: speaker,
      article: entity?.article ?? usual === 'groupOfStates',
      sortKey: entity?.sortKey ?? sortKey(speaker),
      onBehalfOf: onBehalfOf ? `the ${onBehalfOf.name}` : '',
    }
  })
  const closed = speakersLists.every(({ closedAt }) => closedAt !== null)
  return { complete: speakers.length > 0 && closed, speakers }
}
