import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Pending } from '@/components/delegation-view/pending'
import type { OursView } from '@/lib/consolidation/delegation-view/views'

const ours = (adopted: boolean): OursView => ({
  delegationName: 'Arvenia',
  list: null,
  opened: true,
  adopted,
  version: 1,
  proposals: [],
  amendments: [],
  comments: [],
  changes: [{ kind: 'item', id: 'i', at: new Date() }],
})
const drawn = (adopted: boolean, mayDisagree: boolean) =>
  renderToStaticMarkup(
    <Pending
      ours={ours(adopted)}
      slug="seventh"
      mayDisagree={mayDisagree}
      look={(async () => ({ status: 'idle' })) as never}
    />,
  )

test('a disagreement is offered only to whoever can state one now', () => {
  expect(drawn(false, true)).toContain('state a disagreement at the item')
  expect(drawn(false, false)).toContain('by those who may submit')
  expect(drawn(true, false)).toContain('no disagreement can be stated any more')
})
