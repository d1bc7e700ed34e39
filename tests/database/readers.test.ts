import { readdirSync, readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { getAccount } from '@/lib/auth/accounts/own-account'
import { getAmendmentDraft } from '@/lib/amendments/drafts/queries'
import { getAmendment } from '@/lib/amendments/queries'
import { getJoiningPlace } from '@/lib/amendments/joining/queries'
import { listOurChanges } from '@/lib/consolidation/delegation-view/changes'
import { findAdoptedState } from '@/lib/consolidation/outputs/printed-queries'
import { type SignedIn, visitor } from '@/lib/delegations/actor'
import { handOverPowers } from '@/lib/delegations/powers/commands'
import { getPowers } from '@/lib/delegations/powers/queries'
import { listOfficers } from '@/lib/delegations/queries'
import { listMail } from '@/lib/notifications/mail-queries'
import { putOnScreen } from '@/lib/plenary/commands'
import { getConsole } from '@/lib/plenary/console-queries'
import { loadScreen, requireScreen } from '@/lib/plenary/screen/queries'
import { listWrittenPositions } from '@/lib/plenary/written-positions'
import { listProposalAgenda, listWhoMaySubmit } from '@/lib/proposals/drafts/queries'
import { getOrigin } from '@/lib/proposals/origin/queries'
import {
  getOverview,
  listExtensions,
  listGroups,
  listPeriods,
  listSessions,
} from '@/lib/sessions/overview-queries'
import { findSession } from '@/lib/sessions/queries'
import { RecordFilter } from '@/lib/sessions/record/filter'
import { listRecord } from '@/lib/sessions/record/queries'
import { type Amending, amending, TEXT } from '@/tests/support/amending'
import { type Scenario, scenario } from '@/tests/support/scenario'
import { stockTakingOfThree } from '@/tests/support/stock-taking'

describe('every reader', () => {
  it('is called by name in a test', () => {
    const sources = (room: string) =>
      readdirSync(room, { recursive: true, encoding: 'utf8' }).map((file) => `${room}/${file}`)
    const tests = sources('tests')
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n')
    const readers = sources('lib')
      .filter((file) =>
        /(^|[/-])(queries|public|changes)\.ts$|\/(queries|reading|acts|reminders)\/[^/]+\.ts$/.test(
          file,
        ),
      )
      .flatMap((file) => [
        ...readFileSync(file, 'utf8').matchAll(
          /^export (?:async function|const|function) ((?:get|find|list)[A-Z]\w*)/gm,
        ),
      ])
      .map(([, name]) => name!)
    expect(readers.length).toBeGreaterThan(50)
    const unnamed = readers.filter((name) => !new RegExp(`\\b${name}\\(`).test(tests))
    // `getProposal` and the discussion of comments are this one with other columns.
    expect(unnamed).toEqual(['getProposalWith'])
  })
})

const NOT_FOUND = { reason: 'not-found' }
const FORBIDDEN = { reason: 'forbidden' }

describe('a session and its people', () => {
  let cast: Scenario
  beforeEach(async () => {
    cast = await scenario({ comments: 'closed' })
  })

  it('lists sessions for those who take part, with counts and the open deadline', async () => {
    const ownSession = (await listSessions(cast.lumeria.head)).find(
      ({ slug }) => slug === cast.session.slug,
    )
    expect(ownSession).toMatchObject({ ordinal: 6, proposals: 0, listIssued: false })
    expect(ownSession?.delegations).toBeGreaterThan(5)
    expect(ownSession?.submissionUntil).toBeInstanceOf(Date)
    expect(await listSessions(cast.outsider)).toEqual([])
    expect(await listSessions(visitor)).toEqual([])
  })

  it('gives the overview with agenda, officers and periods', async () => {
    const overview = await getOverview(cast.session)
    expect(overview.agenda.map(({ number, letter }) => `${number}${letter}`)).toEqual([
      '1',
      '1a',
      '1b',
      '2',
      '3',
      '4',
      '5',
    ])
    expect(overview.officers.map(({ kind }) => kind)).toContain('rapporteur')
    expect(overview.periods).toMatchObject([{ kind: 'submission', open: true }])
  })

  it('says of each period whether it is open by the database’s clock', async () => {
    await cast.deadlinePasses('submission')
    expect(await listExtensions(cast.session)).toEqual(new Map())
    expect(await listPeriods(cast.session)).toMatchObject([{ kind: 'submission', open: false }])
  })

  it('lists groups for the Secretariat alone', async () => {
    const groups = await listGroups(cast.secretariat)
    expect(groups.find(({ id }) => id === cast.session.groupId)).toMatchObject({ next: 7 })
    expect(await listGroups(cast.rapporteur)).toEqual([])
  })

  it('lists officers for the Chair, and with their addresses for those who enter them alone', async () => {
    const officers = await listOfficers(cast.secretariat, cast.session)
    expect(officers.map(({ kind }) => kind)).toContain('chair')
    expect(officers.every(({ email }) => email !== '')).toBe(true)
    const forChair = await listOfficers(cast.chair, cast.session)
    expect(forChair).toEqual(officers.map((officer) => ({ ...officer, email: '' })))
    await expect(listOfficers(cast.arvenia.head, cast.session)).rejects.toMatchObject(NOT_FOUND)
  })

  it('says to whom the Chair has handed the powers', async () => {
    expect(await getPowers(cast.session)).toMatchObject({ handedTo: null })
    const toPersonId = cast.viceChair.personId
    await handOverPowers(cast.chair, { slug: cast.session.slug, toPersonId, scope: 'Item 3' })
    const { handedTo, viceChairs } = await getPowers(cast.session)
    expect(handedTo).toMatchObject({ name: cast.viceChair.name, scope: 'Item 3' })
    expect(viceChairs).toContainEqual({ personId: toPersonId, name: cast.viceChair.name })
  })

  it('lists the record page by page, narrowed to a kind of event', async () => {
    const toPersonId = cast.viceChair.personId
    await handOverPowers(cast.chair, { slug: cast.session.slug, toPersonId, scope: '' })
    const all = await listRecord(cast.arvenia.adviser, cast.session, RecordFilter.parse({}))
    expect(all.matching).toBe(all.lines.length)
    const powers = await listRecord(
      cast.arvenia.adviser,
      cast.session,
      RecordFilter.parse({ about: 'powers' }),
    )
    expect(powers.lines.map(({ event }) => event)).toEqual(['powers.handedOver'])
    const none = await listRecord(
      cast.arvenia.adviser,
      cast.session,
      RecordFilter.parse({ about: 'amendment' }),
    )
    expect(none).toEqual({ lines: [], matching: 0 })
  })

  it('names those who may submit for the own delegation and nobody for others', async () => {
    expect(await listWhoMaySubmit(cast.arvenia.adviser, cast.session)).toContain(
      cast.arvenia.head.name,
    )
    expect(await listWhoMaySubmit(cast.outsider, cast.session)).toEqual([])
  })

  it('offers the agenda items under which a proposal may stand', async () => {
    const labels = (await listProposalAgenda(cast.session)).map(({ label }) => label)
    expect(labels).toEqual(['2. International cooperation', '3. Prevention', '4. Other matters'])
  })

  it('finds a session by its address, or nothing', async () => {
    expect(await findSession(cast.session.slug)).toMatchObject({ id: cast.session.id })
    expect(await findSession('no-such-session')).toBeNull()
  })

  it('shows an account to its person alone', async () => {
    const account = await getAccount(cast.arvenia.head, null)
    expect(account.places.map(({ delegation }) => delegation)).toContain('Arvenia')
    expect(account.offices).toEqual([])
  })

  it('lists mail for the Secretariat alone', async () => {
    expect((await listMail(cast.secretariat, 1, '(hidden)')).hasOlder).toBe(false)
    await expect(listMail(cast.chair, 1, '')).rejects.toMatchObject(FORBIDDEN)
  })
})

describe('amendments', () => {
  let play: Amending
  beforeEach(async () => {
    play = await amending()
  })

  it('gives a released amendment by its number to those who take part', async () => {
    const { cast, proposalId } = play
    await play.releases(cast.belmara.head)
    expect(await getAmendment(cast.fenmark.adviser, proposalId, 1)).toMatchObject({
      delegationName: 'Belmara',
      coSponsors: [],
      answers: [],
      decisions: [],
    })
    await expect(getAmendment(visitor, proposalId, 1)).rejects.toMatchObject(NOT_FOUND)
    await expect(getAmendment(cast.arvenia.head, proposalId, 2)).rejects.toMatchObject(NOT_FOUND)
  })

  it('gives a draft to its own delegation alone', async () => {
    const { cast, proposalId } = play
    const { id } = await play.drafts(cast.belmara.head)
    const proposal = { id: proposalId, sessionId: cast.session.id }
    expect(await getAmendmentDraft(cast.belmara.adviser, proposal, id)).toMatchObject({ id })
    for (const actor of [cast.arvenia.head, cast.secretariat, cast.outsider])
      await expect(getAmendmentDraft(actor, proposal, id)).rejects.toMatchObject(NOT_FOUND)
  })

  it('opens the desk of joining for the author delegation alone', async () => {
    const { cast, proposalId } = play
    const place = await getJoiningPlace(cast.arvenia.head, proposalId)
    expect(place).toMatchObject({ number: 1, currentNumber: 1, sessionId: cast.session.id })
    for (const actor of [cast.belmara.head, cast.rapporteur, visitor])
      await expect(getJoiningPlace(actor, proposalId)).rejects.toMatchObject(NOT_FOUND)
  })

  it('gives the origin of the words of a revision that exists', async () => {
    const { cast, proposalId } = play
    const proposal = { id: proposalId, language: 'en' }
    const { text, provenance } = await getOrigin(cast.belmara.adviser, proposal, 1)
    expect(text).toBe(TEXT)
    expect(provenance.length).toBeGreaterThan(0)
    await expect(getOrigin(cast.belmara.adviser, proposal, 2)).rejects.toMatchObject(NOT_FOUND)
    await expect(getOrigin(visitor, proposal, 1)).rejects.toMatchObject(NOT_FOUND)
  })
})

describe('the plenary', () => {
  it('shows the console to those who run the screen, and the screen to those who take part', async () => {
    const { cast, slug, train } = await stockTakingOfThree()
    const id = await cast.makes([train], 'Member States should train teachers.')
    expect(await loadScreen(cast.session.id)).toBeNull()
    await putOnScreen(cast.chair, { slug, id })
    const onConsole = await getConsole(cast.chair, cast.session)
    expect(onConsole).toMatchObject({ onScreenItemId: id, presides: true })
    expect(await getConsole(cast.rapporteur, cast.session)).toMatchObject({ presides: false })
    await expect(getConsole(cast.arvenia.head, cast.session)).rejects.toMatchObject(NOT_FOUND)
    expect(await loadScreen(cast.session.id)).toMatchObject({ id })
    expect(() => requireScreen(cast.outsider, cast.session)).toThrow('notFound')
    expect(() => requireScreen(cast.arvenia.adviser, cast.session)).not.toThrow()
  })

  it('gives the written positions on the sources of an item to those who take part', async () => {
    const { cast, train } = await stockTakingOfThree()
    const id = await cast.makes([train], 'Member States should train teachers.')
    expect(await listWrittenPositions(cast.belmara.adviser, cast.session, id)).toEqual({
      amendments: [],
      positions: [],
    })
    const refused: SignedIn = cast.outsider
    await expect(listWrittenPositions(refused, cast.session, id)).rejects.toMatchObject(NOT_FOUND)
  })

  it('tells a delegation alone what changed about its own items', async () => {
    const { cast, train } = await stockTakingOfThree()
    await cast.makes([train], 'Member States should train teachers.')
    const changed = await listOurChanges(cast.arvenia.head)
    expect(new Set(changed.map(({ delegationId }) => delegationId))).toEqual(
      new Set([cast.arvenia.id]),
    )
    expect(await listOurChanges(cast.outsider)).toEqual([])
  })

  it('has no adopted state before the adoption', async () => {
    const { slug } = await stockTakingOfThree()
    expect(await findAdoptedState(slug)).toBeNull()
  })
})
