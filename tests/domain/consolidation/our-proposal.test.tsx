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
