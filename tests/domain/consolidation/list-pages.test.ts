import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pageOfList } from '@/lib/consolidation/desk/queries/list-pages'
import { LIST_PAGE } from '@/lib/consolidation/page-size'

const lists = fc.array(fc.record({ id: fc.uuid(), count: fc.nat(130) }))

describe('the pages of the list', () => {
  it('name every heading, and on each page those of its items and no other', () => {
    fc.assert(
      fc.property(lists, (headings) => {
        const { pages } = pageOfList(headings, 1)
        const under = headings.flatMap(({ id, count }) => Array.from({ length: count }, () => id))
        const named = new Set<string>()
        for (let page = 1; page <= pages; page += 1) {
          const shown = pageOfList(headings, page)
          const here = new Set(under.slice(shown.from, shown.from + LIST_PAGE))
          for (const { id, count } of shown.headings) {
            named.add(id)
            expect(count === 0 || here.has(id)).toBe(true)
          }
          for (const id of here)
            expect(shown.headings.some((heading) => heading.id === id)).toBe(true)
        }
        expect([...named].toSorted()).toEqual(headings.map(({ id }) => id).toSorted())
      }),
    )
  })

  it('are as near to what was asked for as there are any, and begin where a heading does', () => {
    const headings = [
      { id: 'a', count: 60 },
      { id: 'b', count: 50 },
    ]
    expect(pageOfList(headings, 9)).toMatchObject({ page: 3, pages: 3, from: 100 })
    expect(pageOfList(headings, 0)).toMatchObject({ page: 1, from: 0 })
    expect(pageOfList(headings, 1, 'b')).toMatchObject({ page: 2, from: 50 })
  })
})
