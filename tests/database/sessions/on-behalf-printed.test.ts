import { strFromU8, unzipSync } from 'fflate'
import { beforeEach, expect, it } from 'vitest'
import { readSources } from '@/lib/consolidation/desk/queries/source-queries'
import { namesOf } from '@/lib/consolidation/outputs/print-model'
import { readConsolidated } from '@/lib/consolidation/outputs/printed-queries'
import { db } from '@/lib/db/client'
import { submitDraft } from '@/lib/proposals/commands'
import { placeProposals } from '@/lib/proposals/preliminary-list/commands'
import { exportList } from '@/lib/proposals/preliminary-list/export'
import { issueList } from '@/lib/proposals/preliminary-list/issue'
import { getList } from '@/lib/proposals/preliminary-list/queries'
import { getProposal } from '@/lib/proposals/queries'
import { SearchFilter } from '@/lib/search/filter'
import { hitOf } from '@/lib/search/hits'
import { search } from '@/lib/search/queries'
import { associateAgain, dissociate } from '@/lib/sessions/attribution/commands'
import { getSession } from '@/lib/sessions/queries'
import { openOverAll } from '@/tests/support/covering'
import { groupOfStates } from '@/tests/support/attributing'
import { proposing } from '@/tests/support/proposing'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
beforeEach(async () => {
  cast = await scenario()
})
const { drafts, submits } = proposing(() => cast)

const GROUP = 'Group of Printed States'
const FOR_GROUP = 'Arvenia (on behalf of the Group of Printed States, except Doranta)'

/** Arvenia proposes for the group, Corvina for itself; Doranta dissociates itself; both stand on the list. */
async function listed() {
  const members = [cast.arvenia, cast.belmara, cast.doranta]
  const group = await groupOfStates(cast, members, GROUP)
  const made = await submitDraft(
    cast.arvenia.head,
    await drafts(cast.arvenia.head, { onBehalfOfId: group }),
  )
  const otherProposal = await submits(cast.corvina.head, {
    text: 'Member States should train judges.',
  })
  const { onBehalf } = await getProposal(cast.corvina.head, cast.session, 1)
  const attributionId = onBehalf!.id
  await dissociate(cast.doranta.head, { attributionId, reason: '' })
  const { slug } = cast.session
  await placeProposals(cast.rapporteur, {
    slug,
    proposalIds: [made.proposalId, otherProposal.proposalId],
    headingId: '',
    newHeading: 'Cooperation',
  })
  return { attributionId, slug }
}

const exported = async (format: 'csv' | 'json' | 'html' | 'docx', attribution = true) => {
  const session = await getSession(cast.rapporteur, cast.session.slug)
  const list = await getList(cast.rapporteur, session)
  const { body } = await exportList({ list, session }, format, { attribution })
  if (typeof body === 'string') return body
  return strFromU8(unzipSync(body)['word/document.xml']!).replaceAll(/<[^>]*>/g, '')
}

it('the list prints the State with its group in every form, and counts States, not groups', async () => {
  await listed()
  const [heading] = (await getList(cast.rapporteur, cast.session)).headings
  expect(heading!.items.map(({ printedNames }) => printedNames)).toEqual([[FOR_GROUP], ['Corvina']])
  expect(heading!.items.map(({ attribution }) => attribution)).toEqual([['Arvenia'], ['Corvina']])
  expect(await exported('csv')).toContain(FOR_GROUP)
  expect(await exported('html')).toContain(FOR_GROUP)
  expect(await exported('docx')).toContain(FOR_GROUP)
  const json = JSON.parse(await exported('json'))
  expect(json.items[0]).toMatchObject({
    by: ['Arvenia'],
    proposals: [
      {
        number: 1,
        by: 'Arvenia',
        onBehalfOf: {
          group: GROUP,
          members: ['Arvenia', 'Belmara', 'Doranta'],
          except: ['Doranta'],
        },
      },
    ],
  })
  for (const format of ['csv', 'html', 'json', 'docx'] as const)
    expect(await exported(format, false)).not.toContain('Printed States')
})

it('an issued list keeps the exceptions of its issue; the proposal shows those of now', async () => {
  const { attributionId, slug } = await listed()
  const { version } = await getList(cast.rapporteur, cast.session)
  await issueList(cast.secretariat, { slug, version })
  await associateAgain(cast.doranta.head, { attributionId })
  await dissociate(cast.belmara.head, { attributionId, reason: '' })
  expect(await exported('csv')).toContain(FOR_GROUP)
  const { onBehalf } = await getProposal(cast.corvina.head, cast.session, 1)
  expect(onBehalf!.members.filter(({ dissociated }) => dissociated)).toMatchObject([
    { name: 'Belmara' },
  ])
})

it('the stock-taking names the group beside its State, at the desk and in what is printed', async () => {
  const { slug } = await listed()
  const { version } = await getList(cast.rapporteur, cast.session)
  await issueList(cast.secretariat, { slug, version })
  const { groupId } = await db.session.findUniqueOrThrow({ where: { slug } })
  const later = await db.session.create({
    data: {
      groupId,
      ordinal: 99,
      slug: `${slug}-stock`,
      kind: 'stockTaking',
      startsOn: new Date('2021-04-06'),
      endsOn: new Date('2021-04-08'),
      place: 'Vienna',
    },
  })
  await openOverAll(cast.secretariat, later.slug)
  const session = await getSession(cast.secretariat, later.slug)
  const { sources } = (await readConsolidated(session))!
  expect(sources.map(namesOf)).toEqual([[FOR_GROUP], ['Corvina']])
  const desk = await readSources(
    session,
    sources.map(({ id }) => id),
  )
  expect(desk.map(({ attribution }) => attribution)).toEqual([[FOR_GROUP], ['Corvina']])
})

it('search finds it by the name of the group, and names both', async () => {
  await listed()
  const words = { words: '"Group of Printed States"', session: cast.session.slug }
  const { results } = await search(cast.corvina.head, SearchFilter.parse(words))
  const [hit] = results.map((result) => hitOf(cast.corvina.head, result))
  expect(results).toHaveLength(1)
  expect(hit).toMatchObject({ title: 'Proposal 1' })
  expect(hit!.facts[0]).toBe(FOR_GROUP)
})
