import { expect, test } from 'vitest'
import { askedOf, outputFormats } from '@/lib/consolidation/outputs/formats'

const asked = (query: string) => askedOf(new URLSearchParams(query))

test('the list names no State in any form unless it is told to', () => {
  for (const format of outputFormats) {
    expect(asked(`format=${format}`)).toMatchObject({ what: 'list', attribution: false })
    expect(asked(`format=${format}&attribution=with`)).toMatchObject({ attribution: true })
  }
})

test('the concordance names them unless it is told not to', () => {
  expect(asked('what=concordance')).toMatchObject({ format: 'html', attribution: true })
  expect(asked('what=concordance&attribution=without')).toMatchObject({ attribution: false })
})

test('what there is not is not asked for', () => {
  expect(asked('what=drafts')).toBeNull()
  expect(asked('format=exe')).toBeNull()
})
