import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Actor, visitor } from '@/lib/delegations/actor'
import { SearchFilter } from '@/lib/search/filter'
import { search } from '@/lib/search/queries'
import { proposing } from '@/tests/support/proposing'
import { type Scenario, scenario } from '@/tests/support/scenario'
import { stockTaking } from '@/tests/support/stock-taking'

const FILLER =
  'in the course of the work of the group and within the limits of the law of each State'

describe('the order of what is found', () => {
  let cast: Scenario
  let word: string
  const { submits } = proposing(() => cast)
  beforeEach(async () => {
    cast = await scenario()
    word = `w${randomUUID().replaceAll('-', '')}`
  })

  const proposes = async (text: string, of: 'arvenia' | 'belmara' = 'arvenia') =>
    (await submits(cast[of].head, { text })).number
  const found = async (words: string, more: Partial<SearchFilter> = {}) => {
    const filter = { words, session: cast.session.slug, kind: 'proposal', ...more }
    const { results } = await search(cast.corvina.head, SearchFilter.parse(filter))
    return results.map(({ proposalNumber }) => proposalNumber)
  }

  it('has the text first in which the words stand more often, and of equal texts the newest', async () => {
    const often = await proposes(`The ${word} of one ${word} is the ${word} of all, ${FILLER}.`)
    const once = await proposes(`The ${word} is kept, ${FILLER}, and nothing else is kept there.`)
    const again = await proposes(`The ${word} is kept, ${FILLER}, and nothing else is kept there.`)
    expect(await found(word)).toEqual([often, again, once])
  })

  it('has words that stand together above the same words apart', async () => {
    const together = await proposes(`States shall keep ${word} evidence, ${FILLER}.`)
    const apart = await proposes(`States shall keep ${word}, ${FILLER}, together with evidence.`)
    expect(await found(`${word} evidence`)).toEqual([together, apart])
    expect(await found(`"${word} evidence"`)).toEqual([together])
  })

  it('has what bears the name above what mentions it, however often', async () => {
    const ownProposal = await proposes(`The ${word} is kept, ${FILLER}.`, 'belmara')
    const mentions = await proposes(`Belmara, Belmara and Belmara keep the ${word} of Belmara.`)
    expect(await found('belmara')).toEqual([ownProposal, mentions])
  })

  it('has the number that was typed above all else', async () => {
    const first = await proposes(`The ${word} is kept, ${FILLER}.`)
    const mentions = await proposes(`Paragraph ${first}, and ${first} and ${first}, of ${word}.`)
    expect(await found(`${first}`)).toEqual([first, mentions])
    expect(await found(`#${first}`)).toEqual([first, mentions])
  })

  it('is the same on each page', async () => {
    const numbers: number[] = []
    for (let count = 0; count < 21; count += 1)
      numbers.unshift(await proposes(`The ${word} is kept, ${FILLER}.`))
    expect(await found(word)).toEqual(numbers.slice(0, 20))
    expect(await found(word, { page: 2 })).toEqual(numbers.slice(20))
  })
})

it('does not change by what a person may not see', async () => {
  const word = `w${randomUUID().replaceAll('-', '')}`
  const cast = await stockTaking([
    `Member States should train ${word} teachers.`,
    `Member States should train ${word} judges, ${FILLER}, with ${word} and ${word} at hand.`,
  ])
  const elsewhere = await stockTaking(['Nothing of it.'])
  const readers: Actor[] = [visitor, elsewhere.belmara.head, elsewhere.rapporteur]
  const found = () =>
    Promise.all(readers.map((actor) => search(actor, SearchFilter.parse({ words: word }))))
  const before = await found()
  expect(before.map(({ results }) => results.length)).toEqual([2, 4, 4])
  for (const source of cast.sources)
    await cast.makes([source], `Train ${`${word} `.repeat(40)} and teachers of ${word}.`)
  expect(await found()).toEqual(before)
  const inside = SearchFilter.parse({ words: word, kind: 'consolidated' })
  expect((await search(cast.belmara.head, inside)).results).toHaveLength(2)
})
