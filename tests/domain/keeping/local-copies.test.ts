import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LocalCopies } from '@/components/keeping/local-copies'
import { RUNS } from '@/tests/support/runs'

/** A browser with tabs: each has a mark that outlives its pages, and shares the storage with all others. */
class Browser {
  readonly stored = new Map<string, string>()
  private made = 0

  page(tab: string, reader = 'reader'): LocalCopies {
    return new LocalCopies(
      {
        getItem: (key) => this.stored.get(key) ?? null,
        setItem: (key, value) => void this.stored.set(key, value),
        removeItem: (key) => void this.stored.delete(key),
        keys: () => [...this.stored.keys()],
      },
      tab,
      `page ${++this.made}`,
      reader,
    )
  }
}
const words = (text: string, at = 0) => ({ values: { text }, at })
const texts = (copies: LocalCopies, place = 'here') =>
  copies.find(place).map(({ copy }) => copy.values.text)

test('two tabs keep their own, and a third finds both, the newest first', () => {
  const browser = new Browser()
  const [first, second] = [browser.page('a'), browser.page('b')]
  first.keep('here', words('one', 1))
  second.keep('here', words('other', 2))
  first.keep('elsewhere', words('one', 3))
  expect(texts(browser.page('c'))).toEqual(['other', 'one'])
  first.forget('here')
  expect(texts(browser.page('c'))).toEqual(['other'])
})

test('a tab knows what it left behind, also after the browser had kept the page whole', () => {
  const browser = new Browser()
  const first = browser.page('a')
  first.keep('here', words('one', 1))
  browser.page('b').keep('here', words('other', 2))
  const ownFlags = () =>
    browser
      .page('a')
      .find('here')
      .map(({ isOwn }) => isOwn)
  expect(ownFlags()).toEqual([false, false])
  first.leave()
  expect(ownFlags()).toEqual([true, false])
  expect(texts(browser.page('a'))).toEqual(['one', 'other'])
  first.comeBack()
  expect(ownFlags()).toEqual([false, false])
})

test('a duplicated tab, which has the same mark, erases nothing', () => {
  const browser = new Browser()
  const first = browser.page('a')
  first.keep('here', words('first'))
  const duplicate = browser.page('a')
  expect(duplicate.find('here').map(({ isOwn }) => isOwn)).toEqual([false])
  duplicate.keep('here', words('duplicate'))
  expect(new Set(texts(browser.page('c')))).toEqual(new Set(['duplicate', 'first']))
})

test('nobody else is shown them, and who signs out leaves none', () => {
  const browser = new Browser()
  const mine = browser.page('a')
  mine.keep('here', words('mine'))
  const another = browser.page('a', 'another')
  expect(texts(another)).toEqual([])
  expect(another.places('h')).toEqual([])
  expect(browser.page('b').places('h')).toEqual(['here'])
  another.forgetAll()
  mine.forgetAll()
  mine.leave()
  expect(browser.stored.size).toBe(0)
})

test('a full storage, and one that holds something else, are no reason to stop', () => {
  const full = () => {
    throw new Error('The quota is exceeded.')
  }
  const copies = new LocalCopies(
    { getItem: () => '{', setItem: full, removeItem: full, keys: full },
    'a',
    'page',
    'reader',
  )
  copies.keep('here', words('one'))
  copies.forget('here')
  expect(copies.find('here')).toEqual([])
})

test('whatever tabs write, reload and duplicate, the last words of each living page are found', () => {
  const step = fc.record({
    page: fc.nat(4),
    does: fc.constantFrom('type', 'type', 'reload', 'duplicate'),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (played) => {
      const browser = new Browser()
      const pages = [{ tab: 'first', copies: browser.page('first'), last: '' }]
      played.forEach(({ page, does }, at) => {
        const chosen = pages[page % pages.length]!
        if (does === 'type') {
          chosen.last = `words ${at}`
          chosen.copies.keep('here', words(chosen.last, at))
        } else if (does === 'duplicate') {
          pages.push({ tab: chosen.tab, copies: browser.page(chosen.tab), last: '' })
        } else {
          chosen.copies.leave()
          chosen.copies = browser.page(chosen.tab)
          // The form shows the tab's earlier words again.
          const [left] = chosen.copies.find('here')
          if (!left?.isOwn) return
          chosen.copies.keep('here', left.copy)
          chosen.copies.drop(left.key)
        }
      })
      const found = texts(browser.page('looks'))
      for (const { last } of pages) if (last) expect(found).toContain(last)
    }),
    { numRuns: RUNS },
  )
})
