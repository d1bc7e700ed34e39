import { expect, test } from 'vitest'
import { greeting } from '@/lib/startup/greeting'
import { remarkOnNode } from '@/lib/startup/node-age'

test.each(['20.19.0', '20.20.2', '21.7.0'])(
  'Node %s is said to be past its end of life',
  (version) => {
    expect(remarkOnNode(version)).toMatch(/^Node 2[01] is past its end of life .*install Node 24$/)
  },
)

test.each(['22.12.0', '24.1.0', '26.0.0'])('of Node %s nothing is said', (version) => {
  expect(remarkOnNode(version)).toBeUndefined()
})

test('each start says its remarks after the address', () => {
  const remarks = [remarkOnNode('20.20.2')!]
  const banner = greeting({ url: 'http://localhost:3000', people: [], password: '', remarks })
  expect(banner).toContain('ready: http://localhost:3000\n  Node 20 is past its end of life')
})
