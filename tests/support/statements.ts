import pg from 'pg'
import { vi } from 'vitest'

/** What a client of pg keeps of its connection's parameters. */
type Sender = { connectionParameters: { application_name: string } }

/**
 * The number of statements that an act or a reading sends to the database through the pool, including BEGIN and COMMIT.
 * The clock and the listener ask on connections of their own, whenever their time comes, and are not counted.
 */
export async function statementsOf(act: () => Promise<unknown>): Promise<number> {
  const query = vi.spyOn(pg.Client.prototype, 'query')
  try {
    await act()
    return query.mock.contexts.filter(
      (client) => (client as Sender).connectionParameters.application_name === 'stocktake',
    ).length
  } finally {
    query.mockRestore()
  }
}
