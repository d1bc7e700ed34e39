import { expect, test } from 'vitest'
import { holdsWords, unfolded, unsentPage } from '@/lib/http/forms/unsent-page'
import { formsOf, plain } from '@/tests/support/html-forms'

const WORDS = 'We support “this” & more,\n<in> these words.'
const sent = (fields: Record<string, string>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}
const refused = {
  status: 'refused',
  message: 'The period for comments is closed.',
  fields: {},
  values: {},
  at: 1,
} as const

test('shows what was typed and sends all of it again', () => {
  const fields = { '$ACTION_1:0': '{"id":"ab","bound":"$@1"}', formId: 'f', id: 'i', text: WORDS }
  const page = unsentPage({
    state: refused,
    form: sent(fields),
    address: '/a?b&c',
    mayResend: true,
  })
  expect(plain(page)).toContain('The period for comments is closed.')
  const [form] = formsOf(page)
  const again = Object.fromEntries(
    form!.fields.map(([name, value]) => [name, value.replace(/^\n/, '')]),
  )
  expect(again).toEqual({ ...fields, text: WORDS })
  expect(page).toContain('action="/a?b&amp;c"')
})

test('sends choices again without a field for each, and shows all where nothing can be sent', () => {
  const fields = { position: 'supportsWithChange', passageStart: '3', text: WORDS }
  const page = (mayResend: boolean) =>
    unsentPage({ state: refused, form: sent(fields), address: '/', mayResend })
  const areas = (of: string) => [...of.matchAll(/<textarea name="(\w+)"/g)].map(([, name]) => name)
  expect(areas(page(true))).toEqual(['text'])
  expect(page(true)).toContain('<input type="hidden" name="position" value="supportsWithChange">')
  expect(areas(page(false))).toEqual(Object.keys(fields))
})

test('never repeats a password, nor offers to send again what lacks one', () => {
  const form = sent({ '$ACTION_1:0': '{}', password: 'open sesame', email: 'a@b.example' })
  const page = unsentPage({ state: undefined, form, address: '/', mayResend: true })
  expect(page).not.toContain('open sesame')
  expect(page).not.toContain('type="submit"')
  expect(page).toContain('It is not known whether this was done')
})

test('says of an act that was done that it was, and asks for nothing', () => {
  const state = { status: 'done', message: null, at: 1 } as const
  const page = unsentPage({ state, form: sent({ text: WORDS }), address: '/', mayResend: true })
  expect(page).toContain('This was done')
  expect(page).not.toContain('<form')
})

test('finds words in the fields of a page, not in its scripts', () => {
  const values = { text: WORDS, id: 'i', formId: 'f', kind: 'support' }
  const escaped = 'We support “this” &amp; more,\n&lt;in&gt; these words.'
  expect(holdsWords(`<textarea>${escaped}</textarea>`, values)).toBe(true)
  expect(holdsWords(`<textarea>${escaped.replace('\n', '\r\n')}</textarea>`, values)).toBe(true)
  expect(holdsWords(`<script nonce="n">${escaped}</script>`, values)).toBe(false)
  expect(holdsWords('<p>Nothing.</p>', { kind: 'support', password: 'two words' })).toBe(true)
})

test('opens the folds that hold the notice, and no other', () => {
  const notice = 'data-at="7"'
  const page = (open: string) =>
    `<details><p>1</p></details><details${open} class="a"><i></i><details${open}><div ${notice}></div></details></details><details></details>`
  expect(unfolded(page(''), notice)).toBe(page(' open=""'))
})
