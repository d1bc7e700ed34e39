import type { IncomingHttpHeaders } from 'node:http'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { Brought } from '@/components/brought'
import { Once } from '@/components/once'
import { html } from '@/lib/html/safe-html'
import { asDocument } from '@/lib/startup/documents'

const LETTERS = '<li>One &amp; all</li>'
const thread = () =>
  Once({ as: 'ol', className: 'thread', children: html`<li>${'One & all'}</li>` })

/** What React's data say of the block, and what is drawn of it. */
function drawn(block = thread()) {
  const element = Brought(block.props)
  return {
    data: JSON.stringify(block.props),
    letters: element.props.dangerouslySetInnerHTML.__html,
  }
}

/** What `work` gives as a part of the answer to a request with these headers. */
function during<T>(headers: IncomingHttpHeaders, work: () => T): T {
  let result: T | undefined
  asDocument({ headers }, () => {
    result = work()
  })
  return result!
}

afterEach(() => vi.unstubAllGlobals())

describe('a block that the document brings once', () => {
  test('stands in the document and not in the data', () => {
    const { data, letters } = during({}, drawn)
    expect(letters).toBe(LETTERS)
    expect(data).not.toContain('One')
  })

  test.each([{ rsc: '1' }, { 'next-action': '7f' }])(
    'stands in data that %o asks for',
    (headers) => {
      const { data, letters } = during(headers, drawn)
      expect(letters).toBe(LETTERS)
      expect(JSON.parse(data)).toMatchObject({ letters: LETTERS })
    },
  )

  test('is no other block of the same document, nor one of another', () => {
    const two = during({}, () => [thread(), Once({ as: 'ol', children: html`<li>Two</li>` })])
    expect(new Set(two.map(({ props }) => JSON.stringify(props))).size).toBe(2)
    expect(() => during({}, () => drawn(two[1]))).toThrow('no piece')
    expect(() => drawn(two[0])).toThrow('no piece')
  })

  test('is taken from the document in a browser, also when that has lost it since', () => {
    const { props } = during({}, thread)
    const querySelector = vi.fn(() => ({ innerHTML: LETTERS }))
    vi.stubGlobal('document', { querySelector })
    expect(drawn({ ...thread(), props }).letters).toBe(LETTERS)
    querySelector.mockReturnValue(null as never)
    expect(drawn({ ...thread(), props }).letters).toBe(LETTERS)
  })
})
