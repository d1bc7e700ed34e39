import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { AskedRelease } from '@/components/circulation/commenting/asked-release'
import { CirculationCommentForm } from '@/components/circulation/commenting/comment-form'
import { ClientMessages } from '@/components/messages/client-messages'
import { timeOf, withTime } from '@/components/keeping/lost-answer'
import { newStart } from '@/lib/circulation/comments/reading/start'
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

test.each([
  [true, true, []],
  [true, false, ['Only those who may submit']],
  [false, true, ['The deadline has passed.']],
  [false, false, ['The deadline has passed.', 'Only those who may submit']],
])(
  'a comment form (open: %s, may submit: %s) says what hinders its release',
  (isOpen, maySubmit, says) => {
    const drawn = renderToStaticMarkup(
      <ClientMessages namespaces={['circulationComments.form', 'comments', 'editor']}>
        <CirculationCommentForm
          start={newStart(
            'id',
            'circulation',
            { target: 'circulation', listId: null, headingId: null, itemId: null },
            null,
            'en',
          )}
          action={vi.fn()}
          maySubmit={maySubmit}
          isOpen={isOpen}
          stands={false}
          groups={[]}
          choices={{ positions: [], categories: [], languages: [] }}
          address="/"
          saveAddress={{ before: '/', after: '/save' }}
        />
      </ClientMessages>,
    )
    const hints = ['The deadline has passed.', 'Only those who may submit']
    expect(hints.filter((hint) => drawn.includes(hint))).toEqual(says)
    expect(drawn.includes('value="release"')).toBe(isOpen && maySubmit)
  },
)

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
