import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import { submitDraft } from '@/lib/proposals/commands'
import { listDrafts } from '@/lib/proposals/drafts/queries'
import { getProposal } from '@/lib/proposals/queries'
import { sha256 } from '@/lib/record/record'
import { proposing, TEXT } from '@/tests/support/proposing'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
beforeEach(async () => {
  cast = await scenario()
})
const { writes, drafts, submits, revises, events, proposals } = proposing(() => cast)

describe('submitting', () => {
  it('gives the number, keeps the text exactly and writes the record and the receipt', async () => {
    const submitted = await submits(cast.arvenia.head, { text: 'Two lines.\nOf text.' })
    expect(submitted).toMatchObject({ number: 1, revision: 1 })
    const view = await getProposal(cast.belmara.adviser, cast.session, 1)
    expect(view).toMatchObject({
      delegationName: 'Arvenia',
      text: 'Two lines.\nOf text.',
      textHash: sha256('Two lines.\nOf text.'),
    })
    expect(await cast.recorded()).toMatchObject([
      {
        event: 'proposal.submitted',
        actingFor: 'Arvenia',
        personName: 'Amara Voss',
        textHash: submitted.textHash,
        data: { number: 1, revision: 1 },
      },
    ])
    const mail = await db.mail.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
    expect(mail.recipient).toBe('amara.voss@arvenia.example')
    expect(mail.text).toContain(submitted.textHash)
    expect(mail.text).not.toContain('Two lines.')
  })

  it('makes one proposal of a double click and of a retried request', async () => {
    const draft = await drafts(cast.arvenia.head)
    const twice = await Promise.all([
      submitDraft(cast.arvenia.head, draft),
      submitDraft(cast.arvenia.alternate, draft),
    ])
    expect(twice.map(({ number }) => number)).toEqual([1, 1])
    expect(await submitDraft(cast.arvenia.head, draft)).toEqual(twice[0])
    expect(await proposals()).toBe(1)
    expect(await events()).toEqual(['proposal.submitted'])
  })

  it('numbers 50 parallel submissions without gap or duplicate, while some are refused', async () => {
    const authors = [cast.arvenia, cast.belmara, cast.corvina, cast.doranta, cast.estavia]
    const ready = []
    for (let i = 0; i < 50; i += 1) {
      const actor = authors[i % authors.length]!.head
      ready.push({ actor, draft: await drafts(actor, { text: `Proposal ${i}.` }) })
    }
    const blank = await drafts(cast.fenmark.head, { text: ' \u200B ' })
    const results = await Promise.allSettled([
      ...ready.map(({ actor, draft }) => submitDraft(actor, draft)),
      submitDraft(cast.fenmark.head, blank),
      submitDraft(cast.arvenia.adviser, ready[0]!.draft),
    ])
    const numbers = results
      .slice(0, 50)
      .map((result) => (result as { value: { number: number } }).value)
    expect(numbers.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 50 }, (_, index) => index + 1),
    )
    expect(results[50]!.status).toBe('rejected')
  })

  it('refuses the adviser, who may keep the draft', async () => {
    const draft = await drafts(cast.arvenia.adviser)
    await expect(submitDraft(cast.arvenia.adviser, draft)).rejects.toThrow('proposalNotSubmittable')
  })

  it('refuses whoever lost the place, and a delegation that is withdrawn', async () => {
    const draft = await drafts(cast.arvenia.head)
    const withdrawn = {
      ...cast.arvenia.head,
      memberships: cast.arvenia.head.memberships.map((place) => ({
        ...place,
        delegationState: 'withdrawn' as const,
      })),
    }
    await expect(submitDraft({ ...withdrawn, memberships: [] }, draft)).rejects.toThrow('notFound')
    await expect(submitDraft(withdrawn, draft)).rejects.toThrow('notFound')
  })

  it('refuses one second after the deadline, and writes nothing', async () => {
    const draft = await drafts(cast.arvenia.head)
    await cast.deadlinePasses('submission')
    await expect(submitDraft(cast.arvenia.head, draft)).rejects.toThrow('submissionClosed')
    expect(await events()).toEqual([])
    expect(await listDrafts(cast.arvenia.head, cast.session)).toHaveLength(1)
  })

  it('refuses what was changed after it was read', async () => {
    const draft = await drafts(cast.arvenia.head)
    await writes(cast.arvenia.adviser, draft, { text: 'Something else.' })
    await expect(submitDraft(cast.arvenia.head, draft)).rejects.toThrow('draftMovedUnread')
  })

  it.each([
    ['without a text', { text: '\u200B \u00A0' }, 'text.empty'],
    ['without a kind', { kind: '' as const }, 'kindMissing'],
    ['without an agenda item', { agendaItemId: '' as const }, 'agendaItemMissing'],
  ])('refuses a draft %s', async (_, change, refusal) => {
    const draft = await drafts(cast.arvenia.head, change)
    await expect(submitDraft(cast.arvenia.head, draft)).rejects.toThrow(refusal)
    expect(await proposals()).toBe(0)
  })
})

it('tells the second of two revisions at one time that the text moved', async () => {
  const { head } = cast.arvenia
  const { proposalId } = await submits(head)
  const ready = [
    await revises(head, proposalId, `${TEXT} Now.`),
    await revises(head, proposalId, `${TEXT} Soon.`),
  ]
  const sent = await Promise.allSettled(ready.map((draft) => submitDraft(head, draft)))
  const refused = sent.flatMap((result) =>
    result.status === 'rejected' ? [String(result.reason)] : [],
  )
  expect(refused).toEqual(['Refused: proposalRevised'])
})
