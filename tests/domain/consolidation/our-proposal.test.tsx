import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { OurProposalEntry } from '@/components/delegation-view/our-proposal'
import type { OurProposal } from '@/lib/consolidation/delegation-view/views'

const proposal: OurProposal = {
  id: 'p',
  sessionSlug: 'fifth',
  sessionOrdinal: 5,
  number: 12,
  author: 'Arvenia',
  language: 'en',
  text: 'Member States should train teachers.',
  withdrawnAt: null,
  withdrawalReason: '',
  own: true,
  coSponsored: null,
  takenOver: false,
  current: 1,
  listed: true,
  listedItems: [],
  covered: false,
  items: [],
}
const drawn = (isFolded: boolean, changes: Partial<OurProposal> = {}) =>
  renderToStaticMarkup(
    <OurProposalEntry
      proposal={{ ...proposal, ...changes }}
      anchors={new Set()}
      isFolded={isFolded}
      slug="seventh"
      delegation="Arvenia"
      adopted={false}
      disagree={null}
    />,
  )

test('of many proposals each is a line that opens, with its number and first words', () => {
  expect(drawn(true)).toContain('<details class')
  expect(drawn(true)).toContain('truncate')
  expect(drawn(true)).toContain('fifth session, proposal 12')
})

test('of a few proposals each stands open', () => {
  expect(drawn(false)).toContain('<details open=""')
  expect(drawn(false)).not.toContain('truncate')
})

test('one that they took over names its author, whose co-sponsors they were', () => {
  const another = { own: false, author: 'Belmara', coSponsored: 1 }
  expect(drawn(false, another)).toContain('Co-sponsored; proposed by Belmara')
  expect(drawn(false, { ...another, takenOver: true })).toContain('Taken over by you')
})

const listed = {
  listedItems: [
    { id: 'i', paragraph: 1, letter: 'b', importedNumber: null },
    { id: 'j', paragraph: 2, letter: 'a', importedNumber: '4 (c)' },
  ],
}

test('an item on an issued list is named while there is no stock-taking, and when one does not cover it', () => {
  const place = 'On the list of the fifth session: items 1 (b), 4 (c).'
  for (const isFolded of [true, false]) {
    expect(drawn(isFolded, { ...listed, covered: null })).toContain(place)
    expect(drawn(isFolded, { ...listed, covered: null })).not.toContain('This stock-taking')
    expect(drawn(isFolded, listed)).toContain(`${place} This stock-taking does not cover`)
  }
})

test('a proposal on no issued list is said to be on none', () => {
  expect(drawn(false)).toContain('On no list')
  expect(drawn(false, { listed: false })).toContain('is not issued yet')
})
