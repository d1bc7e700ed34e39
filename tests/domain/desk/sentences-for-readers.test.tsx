import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { OpeningCheck } from '@/components/circulation/setup/opening-check'
import { ConsolidatedList } from '@/components/consolidation/board/consolidated-list'
import { OfficerRows } from '@/components/delegations/officer-rows'
import { Front } from '@/components/desk/front'
import { UnplacedForm } from '@/components/list/unplaced-form'
import { BureauRows } from '@/components/meetings/bureau-rows'
import { SessionAgenda } from '@/components/sessions/session-agenda'
import type { FrontSession } from '@/lib/desk/front-queries'
import messages from '@/messages/en.json'

const session: FrontSession = {
  slug: 'seventh',
  ordinal: 7,
  eventWord: 'session',
  title: '',
  kind: 'stockTaking',
  place: 'Vienna',
  startsOn: new Date('2027-05-12'),
  endsOn: new Date('2027-05-14'),
  groupName: 'Expert Group',
  items: null,
  issuedOn: null,
  adoptedAt: null,
  adoptedItems: null,
  snapshots: 0,
  posted: [],
  documents: 0,
  report: null,
}
const call = (id: string, title: string) => ({
  id,
  title,
  slug: 'seventh',
  openUntil: new Date('2027-03-01'),
})

test('several calls of a session are told apart by their circulation, a single one needs no name', () => {
  const drawn = (...calls: ReturnType<typeof call>[]) =>
    renderToStaticMarkup(<Front sessions={[session]} calls={calls} />)
  expect(drawn(call('a', 'Lists'))).toContain('>Ask to take part and comment</a>')
  const both = drawn(call('a', 'Lists'), call('b', 'Second round'))
  expect(both).toContain('comment on “Lists”</a>')
  expect(both).toContain('comment on “Second round”</a>')
})

test('sessions of several groups each bear the name of their group, those of one group do not', () => {
  const other = { ...session, slug: 'first', ordinal: 1, groupName: 'Working Group' }
  const drawn = (...sessions: FrontSession[]) =>
    renderToStaticMarkup(<Front sessions={sessions} calls={[]} />)
  expect(drawn(session)).toMatch(/<h1[^>]*>Expert Group<\/h1>/)
  expect(drawn(session).split('Expert Group')).toHaveLength(2)
  const both = drawn(other, session)
  expect(both).toContain(messages.front.title)
  expect(both).toMatch(/First session.*Working Group.*Seventh session.*Expert Group/)
})

test('the front page names the only group before its first session', () => {
  const drawn = (group: string | null) =>
    renderToStaticMarkup(<Front sessions={[]} calls={[]} group={group} />)
  expect(drawn('Expert Group')).toMatch(/<h1[^>]*>Expert Group<\/h1>/)
  expect(drawn(null)).toContain(messages.front.title)
})

test('an empty agenda leads those who enter it to its form', () => {
  const drawn = (keeps: boolean) =>
    renderToStaticMarkup(<SessionAgenda slug="sixth" agenda={[]} keeps={keeps} />)
  expect(drawn(true)).toContain('href="/sessions/sixth/agenda"')
  expect(drawn(false)).not.toContain('href')
})

test('an empty consolidated list asks those alone to begin who work on it', () => {
  const drawn = (acts: object | null) =>
    renderToStaticMarkup(
      <ConsolidatedList
        list={{ headings: [], adoptedAt: null }}
        slug="seventh"
        acts={acts as never}
      />,
    )
  expect(drawn({})).toContain('Tick items')
  expect(drawn(null)).not.toContain('Tick items')
})

test('an empty bureau tells every reader who enters its members', () => {
  const drawn = renderToStaticMarkup(
    <BureauRows members={[]} accounts={new Map()} sessionId="s" end={null} />,
  )
  expect(drawn).toContain('The Secretariat enters')
})

test('a circulation that asks nobody says so', () => {
  const check = {
    letters: 0,
    withoutContact: [],
    onWeekend: false,
    isShort: false,
    postedBefore: null,
    afterFirstDay: null,
    hinders: null,
  }
  expect(renderToStaticMarkup(<OpeningCheck check={check} addressees={0} />)).toContain(
    'Nobody is asked yet.',
  )
})

test('officers are read without address and end by those who appoint nobody', () => {
  const officers = [
    { id: 'o', kind: 'chair', honorific: 'Mr.', name: 'Keldron', email: '', wholeGroup: false },
  ] as const
  const drawn = renderToStaticMarkup(
    <OfficerRows officers={officers} sessionId="s" end={null} mayEndInGroup={false} />,
  )
  expect(drawn).toContain('Mr. Keldron')
  expect(drawn).not.toMatch(/E-mail address|End the appointment/)
})

test('a proposal that is on no list names its agenda item as such', () => {
  const proposal = {
    id: 'p',
    number: 4,
    delegationName: 'Haishan',
    takenOverBy: null,
    agenda: '2',
    language: 'en',
    text: 'Words.',
  }
  const drawn = renderToStaticMarkup(
    <UnplacedForm
      unplaced={[proposal as never]}
      headings={[]}
      slug="sixth"
      action={async () => ({ status: 'idle' })}
    />,
  )
  expect(drawn).toContain('Haishan · item 2')
})

test('the interface spells “organization”, as the United Nations does', () => {
  const sentencesOf = (tree: object | string): string[] =>
    typeof tree === 'string' ? [tree] : Object.values(tree).flatMap(sentencesOf)
  expect(
    sentencesOf(messages)
      // Names of values in a sentence are not read by anybody.
      .map((sentence) => sentence.replace(/organisation \{/g, ''))
      .filter((sentence) => /organisation/i.test(sentence)),
  ).toEqual([])
})
