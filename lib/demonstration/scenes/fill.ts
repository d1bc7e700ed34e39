import { hash } from '@node-rs/argon2'
import { databaseTime, type Tx } from '@/lib/db/client'
import { documentsOfFourth, documentsOfSixth, makeDocuments } from './secretariat/documents'
import { makeCirculation } from './circulation/circulation'
import { releaseDraftReport } from './secretariat/draft-report'
import { makeDrafts } from './drafts'
import { makeGroup } from '@/lib/demonstration/group'
import { makeCast } from './people'
import { type PastAct, writeDiary } from './diary'
import { issueList, type IssuedList } from './issued-list'
import { makeProposals } from './proposals'
import { makeCoastalStates } from './proposals/group-of-states'
import { proposalsFifth } from './proposals/fifth'
import { proposalsFourth } from './proposals/fourth'
import { proposalsOnCooperation } from './proposals/sixth-cooperation'
import { proposalsOnPrevention } from './proposals/sixth-prevention'
import { makeSession } from './session'
import { makeSitting } from './sitting'
import { fifthSession, fourthSession, sixthSession, stockTakingSession } from './sessions'
import { makeApprovals, makeOpenSilence } from './secretariat/silences'
import { makeStockTaking } from './stock-taking/stock-taking'
import { DEMONSTRATION_PASSWORD } from '@/lib/demonstration/sign-in-people'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/**
 * Loads the demonstration into a new database that has its reference data: two sessions with issued lists, the sixth
 * session open for submission, the stock-taking of the seventh under way. The sessions' facts are those of the group's
 * own papers; every proposing State, person and sentence is invented.
 */
export async function fillDemonstration(tx: Tx): Promise<void> {
  const [groupId, now] = [await makeGroup(tx), await databaseTime(tx)]
  const cast = await makeCast(tx, await hash(DEMONSTRATION_PASSWORD))
  const { secretariat, bureau } = cast.officers
  await tx.office.createMany({
    data: [
      { kind: 'secretariat', personId: secretariat.id },
      { kind: 'bureau', personId: bureau.id, groupId },
    ],
  })
  await makeCoastalStates(tx, groupId, cast)
  const diary: PastAct[] = []
  const setting = (at: string | Date) => ({ groupId, cast, diary, at: new Date(at) })

  const lists: IssuedList[] = []
  for (const [about, proposals] of [
    [fourthSession, proposalsFourth],
    [fifthSession, proposalsFifth],
  ] as const) {
    const [first, last] = about.dates
    const start = new Date(`${first}T08:00:00Z`)
    const session = await makeSession(tx, setting(new Date(start.getTime() - 90 * DAY)), about)
    if (about === fourthSession)
      await makeDocuments(
        tx,
        { sessionId: session.id, person: secretariat, diary },
        documentsOfFourth(),
      )
    const proposalRows = await makeProposals(tx, { session, cast, diary }, proposals, {
      start,
      apart: 2 * HOUR,
    })
    const issuedAt = new Date(new Date(`${last}T15:00:00Z`).getTime() + 12 * DAY)
    lists.push(await issueList(tx, { session, cast, diary }, about, proposalRows, issuedAt))
  }

  const sixth = await makeSession(tx, setting('2019-11-11T10:00:00Z'), sixthSession)
  await makeDocuments(
    tx,
    { sessionId: sixth.id, person: secretariat, diary },
    documentsOfSixth(sixthSession),
  )
  await makeApprovals(tx, { session: sixth, cast, diary })
  const drafted = { sessionId: sixth.id, person: secretariat, diary }
  await releaseDraftReport(tx, drafted, '2020-07-27T07:00:00Z')
  const openedAt = new Date(now.getTime() - 21 * DAY)
  await openPeriods(tx, sixth.id, secretariat, diary, openedAt, now)
  const proposals = await makeProposals(
    tx,
    { session: sixth, cast, diary },
    [...proposalsOnCooperation, ...proposalsOnPrevention],
    { start: new Date(openedAt.getTime() + 2 * HOUR), apart: 20 * HOUR },
  )
  await makeDrafts(tx, { session: sixth, cast }, proposals)
  const seventh = await makeSession(tx, setting('2020-12-01T10:00:00Z'), stockTakingSession)
  await makeSitting(tx, { session: seventh, cast, diary })
  await makeOpenSilence(tx, { session: seventh, cast, diary }, now)
  const begun = new Date(now.getTime() - 2 * DAY)
  await makeStockTaking(tx, { session: seventh, cast, diary }, lists, begun)
  await makeCirculation(tx, { session: seventh, cast, diary, lists }, now)
  await writeDiary(tx, diary)
}

/** Submission and comments are open, with deadlines at 16:00 UTC some weeks ahead. */
async function openPeriods(
  tx: Tx,
  sessionId: string,
  person: { id: string; name: string },
  diary: PastAct[],
  openedAt: Date,
  now: Date,
): Promise<void> {
  for (const [kind, weeks] of [
    ['submission', 3],
    ['comments', 5],
  ] as const) {
    const openUntil = new Date(now.getTime() + weeks * 7 * DAY)
    openUntil.setUTCHours(16, 0, 0, 0)
    const { id } = await tx.period.create({
      data: { sessionId, kind, openedAt, openedById: person.id, openUntil },
    })
    const data = { kind, until: openUntil.toISOString() }
    const act = { at: openedAt, sessionId, person, actingFor: 'secretariat', subjectId: id }
    diary.push({ ...act, event: 'period.opened', data })
  }
}
