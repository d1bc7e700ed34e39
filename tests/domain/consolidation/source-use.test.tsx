import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { SourceUse } from '@/components/consolidation/item/source-use'

const text = 'Member States should light 24 harbours.'
const corrected = 'Member States should light 25 harbours.'
const source = { text, language: 'en', taken: 'whole', words: '' } as const
const drawn = (corrigenda: { text: string }[]) =>
  renderToStaticMarkup(<SourceUse item={{ text, language: 'en', corrigenda }} source={source} />)

test('an item that a corrigendum corrected no longer reads word for word as its source', () => {
  expect(drawn([])).toContain('Word for word as this source.')
  expect(drawn([])).not.toContain('<details')
  expect(drawn([{ text: corrected }])).not.toContain('Word for word')
  expect(drawn([{ text: corrected }])).toContain('<ins>25</ins>')
  expect(drawn([{ text: corrected }, { text }])).toContain('Word for word as this source.')
})
