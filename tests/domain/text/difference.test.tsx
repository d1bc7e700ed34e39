import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { SourceDifference } from '@/components/text/difference'

const drawn = (language: string, text: string) =>
  renderToStaticMarkup(
    <SourceDifference
      source={{ language, text }}
      text="States should train judges."
      language="en"
    />,
  )

test('marks a source against the text that was made of it', () => {
  expect(drawn('en', 'States should train teachers.')).toBe(
    'States should train <del>teachers</del><ins>judges</ins>.',
  )
})

test('leaves a source in another language as it is', () => {
  expect(drawn('fr', 'Les États devraient former les juges.')).toBe(
    'Les États devraient former les juges.',
  )
})
