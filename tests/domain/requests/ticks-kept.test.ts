import { expect, test } from 'vitest'
import { ticksKept } from '@/lib/http/forms/ticks-kept'

const NOTICE = 'data-at="7"'
const sent = (...fields: [string, string][]): FormData => {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}
const box = (value: string, rest = '') =>
  `<input type="checkbox" name="ids[]" value="${value}"${rest}/>`
const form = (inside: string, id = '') => `<form${id}><div ${NOTICE}></div>${inside}</form>`
const ticked = (page: string): string[] =>
  [...page.matchAll(/<input[^>]*value="([^"]*)"[^>]*checked=""[^>]*>/g)].map(([, value]) => value!)

test('boxes come back as they were sent, also those that the page had ticked', () => {
  const page = form(box('a') + box('b', ' checked=""') + box('c'))
  const kept = ticksKept(page, NOTICE, sent(['ids[]', 'a'], ['ids[]', 'c']))
  expect(ticked(kept)).toEqual(['a', 'c'])
})

test('boxes outside of their form come back, and those of another form stay', () => {
  const page = `${box('a', ' form="ticked" aria-label="Tick a form of words"')}<form>${box('b', ' checked=""')}</form>${form('', ' id="ticked"')}${box('c', ' form="other"')}`
  const kept = ticksKept(page, NOTICE, sent(['ids[]', 'a'], ['ids[]', 'c']))
  expect(ticked(kept)).toEqual(['a', 'b'])
})

test('a choice comes back by its value, and one that was not sent stays as drawn', () => {
  const radio = (name: string, value: string, rest = '') =>
    `<input type="radio" name="${name}" value="${value}"${rest}/>`
  const page = form(
    radio('x', 'keep', ' checked=""') +
      radio('x', 'take:&quot;a&quot;\nb') +
      radio('y', '1', ' checked=""'),
  )
  const kept = ticksKept(page, NOTICE, sent(['x', 'take:"a"\r\nb']))
  expect(ticked(kept)).toEqual(['take:&quot;a&quot;\nb', '1'])
})

test('no tick comes back on what changed since the page was drawn', () => {
  const seen = (value: string) => `<input type="hidden" name="seen" value="${value}"/>`
  const page = form(seen('a:2 b:1') + box('a') + box('b'))
  const fields: [string, string][] = [
    ['ids[]', 'a'],
    ['ids[]', 'b'],
  ]
  expect(ticked(ticksKept(page, NOTICE, sent(['seen', 'a:1 b:1'], ...fields)))).toEqual(['b'])
  const guarded = form(`<input type="hidden" name="version" value="4"/>${box('a')}`)
  expect(ticked(ticksKept(guarded, NOTICE, sent(['version', '3'], ...fields)))).toEqual([])
  expect(ticked(ticksKept(guarded, NOTICE, sent(['version', '4'], ...fields)))).toEqual(['a'])
})
