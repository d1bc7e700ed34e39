import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { AskedRelease } from '@/components/circulation/commenting/asked-release'
import { ClientMessages } from '@/components/messages/client-messages'
import { timeOf, withTime } from '@/components/keeping/lost-answer'
import { formPrint, ownLines } from '@/lib/circulation/forms/print'
import failures from '@/messages/failures.en.json'
import { formOfSix } from '@/tests/support/forms'

test('without script the release of comments says what it does before its button', () => {
  const drawn = renderToStaticMarkup(
    <ClientMessages namespaces={['circulationComments.sheet']}>
      <AskedRelease
        formId="ticked"
        action={vi.fn()}
        values={{}}
        button="Release the ticked comments"
        delegation="Belmara"
        posted="Comments are posted online at the deadline."
        names={{}}
      />
    </ClientMessages>,
  )
  const [before, after] = drawn.split('<button')
  expect(before).toMatch(/^<details><summary[^>]*>Release the ticked comments …<\/summary>/)
  expect(before).toContain('official comment of Belmara')
  expect(before).toContain('posted online at the deadline')
  expect(after).toContain('form="ticked"')
})

test('times in the browser are those of the seat, with its name', () => {
  expect(timeOf('2026-07-01T12:03:00Z')).toBe('14:03')
  for (const sentence of [failures.done, failures.sentBefore, failures.earlier, failures.orphaned])
    expect(withTime(sentence, '2026-07-01T12:03:00Z')).toContain('14:03 (Vienna time)')
})

test('a form to take away names the clock of its deadline', () => {
  const [first] = formPrint(formOfSix()).lead
  expect(first).toContain('18:00 (Vienna time), 30 November 2026, 17:00 UTC.')
  // A form that was taken away before an extension printed another deadline; more words are a comment.
  const own = ownLines(formOfSix())
  const before = 'For Arvenia. Please return this form by 1 November 2026, 18:00'
  for (const line of [first!, `${before} (Vienna time), 1 November 2026, 17:00 UTC.`, `${before}.`])
    expect(own.has(line), line).toBe(true)
  for (const line of [`${before}. We support all.`, `${before} we support all.`])
    expect(own.has(line), line).toBe(false)
})
