import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { visitor } from '@/lib/delegations/actor'
import { registerDocument, withdrawDocument } from '@/lib/documents/commands'
import { publicDocument } from '@/lib/documents/public'
import { getDocument, listDocuments } from '@/lib/documents/queries'
import { closeAttendance } from '@/lib/meetings/attendance/closing'
import { issueParticipants, setAccredited } from '@/lib/meetings/participants/commands'
import { draftParticipants, publicParticipants } from '@/lib/meetings/participants/files'
import {
  findParticipants,
  getListedDelegation,
  getParticipantsInMaking,
  listParticipants,
} from '@/lib/meetings/participants/queries'
import { SetAccredited } from '@/lib/meetings/participants/schema'
import { paths } from '@/lib/paths'
import { findSession } from '@/lib/sessions/queries'
import { entersAttendance, SESSION_COLUMN } from '@/tests/support/attending'
import { documentIn } from '@/tests/support/documents'
import { type Scenario, scenario } from '@/tests/support/scenario'
import { reporting } from '@/tests/support/reporting'

let cast: Scenario
let sessionId: string
let slug: string
let root: string
beforeEach(async () => {
  cast = await scenario({ submission: 'closed', comments: 'closed' })
  ;({ id: sessionId, slug } = cast.session)
  // Groups of other tests share the usual root.
  root = `UNODC/T${Math.random().toString(36).slice(2).toUpperCase()}`
  await db.expertGroup.update({ where: { id: cast.session.groupId }, data: { symbolRoot: root } })
})

const issue = () => issueParticipants(cast.secretariat, { sessionId })
const names = (delegationId: string, lines: string, actor = cast.secretariat) =>
  setAccredited(actor, SetAccredited.parse({ delegationId, lines }))
const page = async (number: number) => String((await publicParticipants(slug, number, 'html')).body)
const { paragraph } = reporting(() => cast)
const sentence = () => paragraph('participants')

describe('the list of participants', () => {
  test('is issued under a symbol of the INF series, and everybody reads it from then on', async () => {
    await names(cast.arvenia.id, 'Ms. Amara Voss, Ambassador\nMr. Aldo Reyne, Counsellor')
    const { symbol } = await issue()
    expect(symbol).toBe(`${root}/2020/INF/1`)
    const written = await page(1)
    expect(written).toContain('Provisional list of participants')
    expect(written.indexOf('Arvenia')).toBeLessThan(written.indexOf('Belmara'))
    expect(written.indexOf('Member States')).toBeLessThan(written.indexOf('Observer States'))
    expect(written).toContain('Mr. Aldo Reyne, Counsellor')
    expect(written).toContain(symbol)
    const session = (await findSession(slug))!
    const document = await getDocument(visitor, session, symbol)
    expect(document).toMatchObject({
      kind: 'participants',
      participantListNumber: 1,
      isThing: true,
    })
    expect(await publicDocument(slug, symbol)).toContain(paths.publicParticipants(slug, 1))
    expect((await sentence()).text).toBe(
      `A provisional list of participants was circulated at the meeting (${symbol}).`,
    )
    const [docx, pdf] = await Promise.all(
      (['docx', 'pdf'] as const).map((format) => publicParticipants(slug, 1, format)),
    )
    expect(docx!.body.subarray(0, 2).toString()).toBe('PK')
    expect(pdf!.body.subarray(0, 5).toString()).toBe('%PDF-')
    expect((await cast.recorded()).at(-1)).toMatchObject({ event: 'document.issued' })
  })

  test('is issued again as a revision, and the earlier one stays as it was', async () => {
    const first = (await issue()).symbol
    const before = await page(1)
    await expect(issue()).rejects.toMatchObject({ key: 'participantsUnchanged' })
    await names(cast.belmara.id, 'Mr. Bastien Kolo, Judge')
    expect((await issue()).symbol).toBe(`${first}/Rev.1`)
    await entersAttendance(cast, { [SESSION_COLUMN]: [cast.belmara] })
    await closeAttendance(cast.secretariat, { sessionId })
    const last = (await issue()).symbol
    expect(last).toBe(`${first}/Rev.2`)
    const final = await page(3)
    expect(final).toContain('>List of participants')
    expect(final).toContain('Mr. Bastien Kolo, Judge')
    expect(final).not.toContain('Arvenia')
    // The way to the later lists is all that changes.
    expect(before).toContain('Arvenia')
    expect(await page(1)).toContain('Arvenia')
    expect(await page(1)).not.toContain('Judge')
    expect(await listParticipants(visitor, cast.session)).toMatchObject([
      { participantListNumber: 3, symbol: last, title: 'List of participants' },
      { participantListNumber: 2, symbol: `${first}/Rev.1` },
      { participantListNumber: 1, symbol: first },
    ])
    expect((await sentence()).text).toContain(`(${last})`)
  })

  test('takes the symbol that the Secretariat kept for it, and revises one that was issued by hand', async () => {
    const kept = await registerDocument(
      cast.secretariat,
      documentIn(sessionId, { kind: 'participants', title: 'To come' }),
    )
    expect((await issue()).symbol).toBe(kept.symbol)
    const documents = await listDocuments(cast.secretariat, cast.session)
    expect(documents).toMatchObject([
      { symbol: kept.symbol, title: 'Provisional list of participants', isThing: true },
    ])
  })

  test('is not issued under a symbol that is restricted', async () => {
    const { id, symbol } = await registerDocument(
      cast.secretariat,
      documentIn(sessionId, { kind: 'participants', distribution: 'restricted' }),
    )
    await expect(issue()).rejects.toMatchObject({ key: 'participantsRestricted' })
    expect(await db.participantList.count({ where: { sessionId } })).toBe(0)
    await withdrawDocument(cast.secretariat, { id, reason: 'The list is public.' })
    expect((await issue()).symbol).not.toBe(symbol)
  })

  test('is prepared and issued by the Secretariat alone', async () => {
    const session = (await findSession(slug))!
    for (const actor of [cast.chair, cast.arvenia.head, cast.rapporteur]) {
      await expect(issueParticipants(actor, { sessionId })).rejects.toMatchObject({
        reason: 'forbidden',
      })
      await expect(names(cast.arvenia.id, 'Ms. Amara Voss', actor)).rejects.toMatchObject({
        reason: 'forbidden',
      })
      await expect(draftParticipants(actor, session, 'docx')).rejects.toMatchObject({
        reason: 'forbidden',
      })
    }
    await expect(page(1)).rejects.toMatchObject({ reason: 'not-found' })
    expect(await findParticipants(cast.session, 1)).toBeNull()
    const draft = await draftParticipants(cast.secretariat, session, 'html')
    expect(String(draft.body)).toContain(`${root}/2020/[...]`)
  })

  test('is issued once by two acts at one instant', async () => {
    const done = await Promise.allSettled([issue(), issue()])
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await db.participantList.count({ where: { sessionId } })).toBe(1)
  })

  test('names people as their credentials do, else those with an account', async () => {
    const peopleOf = async () =>
      (
        await getParticipantsInMaking(cast.secretariat, cast.session)
      ).content.groups[0]!.delegations.find(({ name }) => name === 'Arvenia')!.people.map(
        ({ name }) => name,
      )
    const members = await peopleOf()
    expect(members).toContain(cast.arvenia.head.name)
    await names(cast.arvenia.id, '1. Ms. Elin Tarvas, Adviser\n\n2. Mr. Aldo Reyne')
    expect(await peopleOf()).toEqual(['Elin Tarvas', 'Aldo Reyne'])
    const { id } = cast.arvenia
    const listed = await getListedDelegation(cast.secretariat, cast.session, id)
    expect(listed.accredited.map(({ title }) => title)).toEqual(['Adviser', ''])
    await expect(getListedDelegation(cast.chair, cast.session, id)).rejects.toMatchObject({
      reason: 'forbidden',
    })
    await names(cast.arvenia.id, '')
    expect(await peopleOf()).toEqual(members)
    const wrong = SetAccredited.safeParse({ delegationId: cast.arvenia.id, lines: 'Mr.' })
    expect(wrong.error?.issues[0]?.message).toBe('accreditedLine')
  })
})
