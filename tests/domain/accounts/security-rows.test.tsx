import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { securityDetails } from '@/lib/auth/security/events'
import { SecurityRows } from '@/components/accounts/security-rows'

const rowOf = (detail: string) =>
  renderToStaticMarkup(
    <SecurityRows
      lines={[
        {
          id: 1n,
          at: new Date('2026-11-30T10:00:00Z'),
          event: 'right.refused',
          person: null,
          byPerson: null,
          network: '192.0.2.1',
          detail,
        },
      ]}
    />,
  )

test('a refused act stands in the words that the person was shown', () => {
  const row = rowOf('commentNotAllowed')
  expect(row).toContain('“Your delegation cannot comment here.”')
  expect(row).not.toContain('commentNotAllowed')
})

test('a sentence that waits for values stands without them', () => {
  expect(rowOf('looksLike')).toMatch(/“[^{}]*…[^{}]*”/)
})

test('a way of signing in and the operator stand in words', () => {
  expect(rowOf('link')).toContain('By sign-in link')
  expect(rowOf('operator')).toContain('By the operator of the server')
  for (const detail of securityDetails) expect(rowOf(detail)).not.toContain('<code>')
})

test('a group of sentences and another detail stand as they were noted', () => {
  for (const detail of ['body', 'a.b']) expect(rowOf(detail)).toContain(`<code>${detail}</code>`)
})
