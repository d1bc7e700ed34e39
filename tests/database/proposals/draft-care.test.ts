import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import { submitDraft } from '@/lib/proposals/commands'
import {
  discardDraft,
  noteOnDraft,
  putBackDraft,
  restoreState,
} from '@/lib/proposals/drafts/care-commands'
import {
  getDraftState,
  listDiscardedDrafts,
  listDraftNotes,
  listDraftStates,
} from '@/lib/proposals/drafts/care-queries'
import { startDraft, startRevision } from '@/lib/proposals/drafts/commands'
import { loadDraftPresence } from '@/lib/proposals/drafts/presence'
import { getDraft, listDrafts } from '@/lib/proposals/drafts/queries'
import { draftTopic } from '@/lib/proposals/drafts/write-over'
import { getReceiptFacts } from '@/lib/proposals/letters/receipt-facts'
import { enter, leave } from '@/lib/proposals/presence'
import { plainText } from '@/lib/text/document/document'
import { proposing, TEXT } from '@/tests/support/proposing'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
beforeEach(async () => {
  cast = await scenario()
})
const { writes, drafts, submits, events } = proposing(() => cast)
const textOf = async (id: string) =>
  plainText((await getDraft(cast.arvenia.head, cast.session, id)).body)
const strangers = () => [cast.belmara.head, cast.secretariat, cast.chair, cast.outsider]

describe('writing a proposal', () => {
  it('never opens a draft that is there, not even an empty one', async () => {
    const { id: sessionId } = cast.session
    const first = await startDraft(cast.arvenia.head, { sessionId })
    const second = await startDraft(cast.arvenia.head, { sessionId })
    expect(second.id).not.toBe(first.id)
    expect(await textOf(second.id)).toBe('')
  })

  it('begins in the language in which the delegation wrote last', async () => {
    await drafts(cast.belmara.head, { originalLanguage: 'fr' })
    const { id } = await startDraft(cast.belmara.adviser, { sessionId: cast.session.id })
    const draft = await getDraft(cast.belmara.head, cast.session, id)
    expect(draft.language).toBe('fr')
  })
})

describe('a draft that is discarded', () => {
  it('leaves whatever its version, and can be put back for a day', async () => {
    const { id } = await drafts(cast.arvenia.adviser)
    await discardDraft(cast.arvenia.head, { id })
    await discardDraft(cast.arvenia.head, { id })
    expect(await listDrafts(cast.arvenia.head, cast.session)).toEqual([])
    expect(await listDiscardedDrafts(cast.arvenia.adviser, cast.session)).toMatchObject([
      { id, discardedBy: cast.arvenia.head.name },
    ])
    await expect(writes(cast.arvenia.adviser, { id, version: 2 })).rejects.toThrow('draftDiscarded')
    await putBackDraft(cast.arvenia.adviser, { id })
    await putBackDraft(cast.arvenia.adviser, { id })
    expect(await textOf(id)).toBe(TEXT)
    expect(await listDiscardedDrafts(cast.arvenia.adviser, cast.session)).toEqual([])
    expect(await events()).toEqual([])
  })

  it('stays away after a day', async () => {
    const { id } = await drafts(cast.arvenia.adviser)
    await discardDraft(cast.arvenia.head, { id })
    await db.$executeRaw`
      UPDATE "Draft" SET "discardedAt" = now() - interval '25 hours' WHERE id = ${id}::uuid`
    expect(await listDiscardedDrafts(cast.arvenia.head, cast.session)).toEqual([])
    await expect(putBackDraft(cast.arvenia.head, { id })).rejects.toThrow('discardedForGood')
  })

  it('is nothing to anybody else', async () => {
    const { id } = await drafts(cast.arvenia.adviser)
    await discardDraft(cast.arvenia.head, { id })
    for (const stranger of strangers()) {
      await expect(putBackDraft(stranger, { id })).rejects.toThrow('notFound')
      await expect(discardDraft(stranger, { id })).rejects.toThrow('notFound')
      expect(await listDiscardedDrafts(stranger, cast.session)).toEqual([])
    }
  })

  it('is refused once it was submitted', async () => {
    const draft = await drafts(cast.arvenia.head)
    await submitDraft(cast.arvenia.head, draft)
    await expect(discardDraft(cast.arvenia.head, draft)).rejects.toThrow('draftSubmitted')
  })
})

describe('earlier states', () => {
  it('are kept when a colleague writes on, and restored without losing the present words', async () => {
    const first = await drafts(cast.arvenia.adviser)
    await writes(cast.arvenia.head, first, { text: 'The words of the head.' })
    const [state] = await listDraftStates(cast.arvenia.adviser, cast.session, first.id)
    expect(state).toMatchObject({ version: 2, writtenBy: cast.arvenia.adviser.name })
    const whole = await getDraftState(cast.arvenia.head, cast.session, first.id, '2')
    expect(plainText(whole.content.body)).toBe(TEXT)
    await restoreState(cast.arvenia.adviser, { id: first.id, stateVersion: 2 })
    expect(await textOf(first.id)).toBe(TEXT)
    const states = await listDraftStates(cast.arvenia.head, cast.session, first.id)
    expect(states.map(({ version }) => version)).toEqual([3, 2])
  })

  it('are not kept for each save of one sitting', async () => {
    let draft = await drafts(cast.arvenia.adviser)
    for (const text of [`${TEXT} And`, `${TEXT} And soon`, `${TEXT} And soon.`])
      draft = await writes(cast.arvenia.adviser, draft, { text })
    expect(await listDraftStates(cast.arvenia.adviser, cast.session, draft.id)).toEqual([])
  })

  it('let an agenda item go that is no longer there', async () => {
    const item = await db.agendaItem.create({
      data: {
        sessionId: cast.session.id,
        number: 9,
        letter: '',
        title: 'Gone soon',
        kind: 'substantive',
      },
    })
    const draft = await drafts(cast.arvenia.adviser, { agendaItemId: item.id })
    await writes(cast.arvenia.head, draft, { text: 'Other words.' })
    await db.agendaItem.delete({ where: { id: item.id } })
    await restoreState(cast.arvenia.head, { id: draft.id, stateVersion: 2 })
    const view = await getDraft(cast.arvenia.head, cast.session, draft.id)
    expect(view.agendaItemId).toBeNull()
  })

  it('are nothing to anybody else', async () => {
    const { id, version } = await drafts(cast.arvenia.adviser)
    await writes(cast.arvenia.head, { id, version }, { text: 'Other.' })
    for (const stranger of strangers()) {
      await expect(restoreState(stranger, { id, stateVersion: 2 })).rejects.toThrow('notFound')
      await expect(getDraftState(stranger, cast.session, id, '2')).rejects.toThrow('notFound')
      if (stranger === cast.belmara.head)
        expect(await listDraftStates(stranger, cast.session, id)).toEqual([])
      else await expect(listDraftStates(stranger, cast.session, id)).rejects.toThrow('notFound')
    }
  })
})

describe('a note to colleagues', () => {
  it('is read by the delegation alone, and is one however often it is sent', async () => {
    const { id } = await drafts(cast.arvenia.adviser)
    const sent = { id, noteId: randomUUID(), note: 'Please release it before five.' }
    await noteOnDraft(cast.arvenia.adviser, sent)
    await noteOnDraft(cast.arvenia.adviser, sent)
    expect(await listDraftNotes(cast.arvenia.head, cast.session, id)).toMatchObject([
      { text: sent.note, writtenBy: cast.arvenia.adviser.name },
    ])
    expect(await listDrafts(cast.arvenia.head, cast.session)).toMatchObject([{ notes: 1 }])
    expect(await listDraftNotes(cast.belmara.head, cast.session, id)).toEqual([])
    for (const stranger of strangers())
      await expect(noteOnDraft(stranger, { ...sent, noteId: randomUUID() })).rejects.toThrow(
        'notFound',
      )
    expect(await events()).toEqual([])
    expect(await db.mail.count({ where: { text: { contains: sent.note } } })).toBe(0)
  })
})

describe('a draft that is open', () => {
  it('tells who has it open, and that it was written, submitted or discarded', async () => {
    const { id } = await drafts(cast.arvenia.adviser)
    const subject = { id, topic: draftTopic(id) }
    const since = await enter(cast.arvenia.head, subject)
    const at = JSON.parse(await loadDraftPresence(id)) as { present: { name: string }[] }
    expect(at).toMatchObject({
      version: 2,
      writtenBy: { name: cast.arvenia.adviser.name },
      ended: null,
      present: [{ name: cast.arvenia.head.name }],
    })
    await leave(cast.arvenia.head, subject, since)
    expect(JSON.parse(await loadDraftPresence(id))).toMatchObject({ present: [] })
    await discardDraft(cast.arvenia.head, { id })
    expect(JSON.parse(await loadDraftPresence(id))).toMatchObject({ ended: 'discarded' })
  })
})

describe('a receipt', () => {
  it('names kind, item and person of its own revision, whatever a later one changes', async () => {
    const { proposalId } = await submits(cast.arvenia.head)
    const revision = await startRevision(cast.arvenia.adviser, { proposalId })
    const changed = await writes(cast.arvenia.adviser, revision, {
      kind: 'conclusion',
      agendaItemId: cast.agenda['3']!,
      text: `${TEXT} Soon.`,
      reason: 'Clearer.',
    })
    await submitDraft(cast.arvenia.alternate, changed)
    const about = { delegation: 'Arvenia' }
    expect(await getReceiptFacts(cast.belmara.head, proposalId, 1)).toEqual({
      ...about,
      kind: 'recommendation',
      agenda: '2. International cooperation',
      submittedBy: cast.arvenia.head.name,
    })
    expect(await getReceiptFacts(cast.belmara.head, proposalId, 2)).toEqual({
      ...about,
      kind: 'conclusion',
      agenda: '3. Prevention',
      submittedBy: cast.arvenia.alternate.name,
    })
    await expect(getReceiptFacts(cast.outsider, proposalId, 1)).rejects.toThrow('notFound')
    const mail = await db.mail.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
    expect(mail.text).not.toContain(TEXT)
  })
})

describe('submitting', () => {
  it('refuses a text in other letters than those of its language', async () => {
    const text = 'ينبغي للدول الأعضاء أن تتبادل الأدلة دون'
    const draft = await drafts(cast.ghadira.head, { text })
    await expect(submitDraft(cast.ghadira.head, draft)).rejects.toThrow('languageOtherScript')
    const arabic = await drafts(cast.ghadira.head, { text, originalLanguage: 'ar' })
    await submitDraft(cast.ghadira.head, arabic)
  })

  it('keeps the language of the first revision', async () => {
    const { proposalId } = await submits(cast.arvenia.head)
    const revision = await startRevision(cast.arvenia.head, { proposalId })
    await writes(cast.arvenia.head, revision, { originalLanguage: 'fr', text: `${TEXT} Soon.` })
    const { language } = await getDraft(cast.arvenia.head, cast.session, revision.id)
    expect(language).toBe('en')
  })
})
