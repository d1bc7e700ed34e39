import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  answerAmendment,
  coSponsorAmendment,
  leaveAmendment,
  withdrawAmendment,
} from '@/lib/amendments/act-commands'
import { releaseAmendmentDraft } from '@/lib/amendments/commands'
import { saveAmendmentDraft, startAmendment } from '@/lib/amendments/drafts/commands'
import { WriteAmendment } from '@/lib/amendments/schema'
import { db } from '@/lib/db/client'
import { withdrawProposal } from '@/lib/proposals/act-commands'
import { placeProposals } from '@/lib/proposals/preliminary-list/commands'
import { issueList } from '@/lib/proposals/preliminary-list/issue'
import { getList } from '@/lib/proposals/preliminary-list/queries'
import { sha256 } from '@/lib/record/record'
import { type Amending, amending, SHOULD, TEXT } from '@/tests/support/amending'
import { RUNS } from '@/tests/support/runs'
import { expectRecorded } from '@/tests/support/recorded'

/** Concurrent releases: 60 in every test run, 300 in the nightly one. */
const AT_ONCE = RUNS > 500 ? 300 : 60

let act: Amending
let cast: Amending['cast']
let proposalId: string
beforeEach(async () => {
  act = await amending()
  ;({ cast, proposalId } = act)
})

describe('releasing an amendment', () => {
  it('gives its number, keeps the text exactly and writes the record in the same act', async () => {
    const draft = await act.drafts(cast.belmara.adviser, { reason: 'Softer.' })
    const { number } = await releaseAmendmentDraft(cast.belmara.head, draft)
    expect(number).toBe(1)
    expect(await act.released()).toMatchObject([
      { delegationName: 'Belmara', text: SHOULD, reason: 'Softer.', revisionNumber: 1 },
    ])
    expect((await cast.recorded()).at(-1)).toMatchObject({
      event: 'amendment.released',
      actingFor: 'Belmara',
      textHash: sha256(SHOULD),
      data: { number: 1, amendment: 1, revision: 1 },
    })
    expect(await act.own(cast.belmara.head)).toEqual([])
    await expect(saveAmendmentDraft(cast.belmara.head, act.written(draft))).rejects.toThrow(
      'amendmentNoLongerDraft',
    )
  })

  it('makes one of a double click and of a retried request', async () => {
    const draft = await act.drafts(cast.belmara.head)
    const twice = await Promise.all([
      releaseAmendmentDraft(cast.belmara.head, draft),
      releaseAmendmentDraft(cast.belmara.head, draft),
    ])
    expect(twice[0]).toEqual(twice[1])
    expect(await releaseAmendmentDraft(cast.belmara.head, draft)).toEqual(twice[0])
    expect(await act.released()).toHaveLength(1)
    expect(await act.events()).toEqual(['amendment.released'])
  })

  it(`numbers ${AT_ONCE} at once without gap or duplicate, while some are refused`, async () => {
    const authors = [cast.belmara, cast.corvina, cast.doranta, cast.estavia, cast.fenmark]
    const good = Array.from({ length: AT_ONCE }, (_, i) =>
      act.releases(authors[i % authors.length]!.head, { text: `${TEXT} And ${i}.` }),
    )
    const bad = [
      act.releases(cast.ilmara.head, { text: TEXT }),
      act.releases(cast.ilmara.adviser, { text: SHOULD }),
    ]
    const results = await Promise.allSettled([...good, ...bad])
    expect(results.slice(AT_ONCE).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    const numbers = (await act.released()).map(({ number }) => number)
    expect(numbers).toEqual(Array.from({ length: AT_ONCE }, (_, index) => index + 1))
  }, 240_000)

  it.each([
    ['equal to the text as it stands', { text: TEXT }, 'amendmentEqual'],
    ['with a hidden mark of direction', { text: `${TEXT} \u202Eback` }, 'text.bidi'],
    ['of 200 kB', { text: `${'word '.repeat(40_000)}` }, 'text.tooManyLetters'],
    [
      'of a form that is no text',
      { body: '{"type":"doc","content":[{"type":"table"}]}' },
      'text.unknownNode',
    ],
    ['on a revision that is not there', { revisionNumber: 7 }, 'notFound'],
  ])('refuses one that is %s, and writes nothing', async (_, change, key) => {
    await expect(act.releases(cast.belmara.head, change)).rejects.toThrow(key)
    expect(await act.released()).toEqual([])
    expect(await act.events()).toEqual([])
  })

  it('refuses a reason with a hidden mark before anything is asked of the database', () => {
    const parsed = WriteAmendment.safeParse(act.written({ reason: 'Fine \u202Enot' }))
    expect(parsed.error?.issues[0]).toMatchObject({
      path: ['reason'],
      message: 'forbiddenCharacter',
    })
  })

  it('refuses the adviser, who may draft it, and whoever may not even draft it', async () => {
    await expect(act.releases(cast.belmara.adviser)).rejects.toThrow('amendmentNotReleasable')
    for (const actor of [cast.arvenia.head, cast.lumeria.head, cast.rapporteur])
      await expect(act.releases(actor)).rejects.toThrow('amendmentNotAllowed')
  })

  it('refuses one second after the deadline, and keeps the draft', async () => {
    const draft = await act.drafts(cast.belmara.head)
    await cast.deadlinePasses('comments')
    await expect(releaseAmendmentDraft(cast.belmara.head, draft)).rejects.toThrow('commentsClosed')
    expect(await act.own(cast.belmara.head)).toHaveLength(1)
    expect(await act.events()).toEqual([])
  })

  it('refuses on a withdrawn proposal, and keeps the draft', async () => {
    const draft = await act.drafts(cast.belmara.head)
    await withdrawProposal(cast.arvenia.head, { proposalId, reason: '' })
    await expect(releaseAmendmentDraft(cast.belmara.head, draft)).rejects.toThrow(
      'proposalWithdrawn',
    )
    await expect(startAmendment(cast.corvina.head, { proposalId })).rejects.toThrow(
      'proposalWithdrawn',
    )
    expect(await act.own(cast.belmara.head)).toHaveLength(1)
  })
})

describe('a released amendment', () => {
  it('is withdrawn by its own delegation, stays readable, and is withdrawn once', async () => {
    const { id } = await act.releases(cast.belmara.head)
    for (const actor of [cast.belmara.adviser, cast.corvina.head, cast.arvenia.head])
      await expect(withdrawAmendment(actor, { id, reason: '' })).rejects.toThrow(
        'amendmentNotYours',
      )
    await withdrawAmendment(cast.belmara.head, { id, reason: 'Settled.' })
    await withdrawAmendment(cast.belmara.head, { id, reason: 'Again.' })
    expect(await act.released()).toMatchObject([{ text: SHOULD, withdrawalReason: 'Settled.' }])
    await expect(coSponsorAmendment(cast.corvina.head, { id })).rejects.toThrow(
      'amendmentWithdrawn',
    )
    expect(await act.events()).toEqual(['amendment.released', 'amendment.withdrawn'])
  })

  it('is co-sponsored and left by another State, not by the author of the text', async () => {
    const { id } = await act.releases(cast.belmara.head)
    for (const actor of [
      cast.belmara.head,
      cast.corvina.adviser,
      cast.lumeria.head,
      cast.arvenia.head,
    ])
      await expect(coSponsorAmendment(actor, { id })).rejects.toThrow('amendmentNotCoSponsorable')
    await coSponsorAmendment(cast.corvina.head, { id })
    await coSponsorAmendment(cast.corvina.head, { id })
    expect((await act.released())[0]!.coSponsors).toMatchObject([{ name: 'Corvina' }])
    await leaveAmendment(cast.corvina.head, { id })
    await leaveAmendment(cast.corvina.head, { id })
    expect((await act.released())[0]!.coSponsors).toEqual([])
    expect((await act.events()).slice(1)).toEqual([
      'amendment.coSponsored',
      'amendment.coSponsorshipLeft',
    ])
  })

  it('is answered by a State or the Rapporteur; sent twice is one answer', async () => {
    const { id: amendmentId } = await act.releases(cast.belmara.head)
    const answer = { id: randomUUID(), amendmentId, text: 'We could accept this.' }
    const answers = () => answerAmendment(cast.arvenia.head, answer)
    const recorded = ['amendment.answered', amendmentId, expect.anything()] as const
    await expectRecorded(answers, [...recorded])
    await expectRecorded(answers)
    const noted = { ...answer, id: randomUUID(), text: 'Noted.' }
    await expectRecorded(() => answerAmendment(cast.rapporteur, noted), [...recorded])
    await expect(answerAmendment(cast.arvenia.adviser, answer)).rejects.toThrow(
      'amendmentNotAnswerable',
    )
    expect((await act.released())[0]!.answers).toMatchObject([
      { actingFor: 'Arvenia', text: 'We could accept this.' },
      { actingFor: 'rapporteur', text: 'Noted.' },
    ])
    await cast.closes('comments')
    await expect(
      answerAmendment(cast.corvina.head, { ...answer, id: randomUUID() }),
    ).rejects.toThrow('commentsClosed')
  })
})

describe('when the proposal is revised', () => {
  it('each author is told how its amendments stand, in the act of the revision', async () => {
    await act.releases(cast.belmara.head)
    await act.releases(cast.corvina.head, { text: TEXT.replace('others', 'each other') })
    await act.releases(cast.doranta.head, { text: `${TEXT} At once.` })
    const gone = await act.releases(cast.estavia.head, { text: `${TEXT} Never.` })
    await withdrawAmendment(cast.estavia.head, { id: gone.id, reason: '' })
    await db.mail.deleteMany()
    await act.revises(SHOULD.replace('others', 'neighbours'))
    const mails = await db.mail.findMany({ where: { subject: { contains: 'suggested changes' } } })
    const textByRecipient = Object.fromEntries(
      mails.map(({ recipient, text }) => [recipient, text]),
    )
    expect(Object.keys(textByRecipient).toSorted()).toEqual([
      'bastien.kolo@belmara.example',
      'celia.montaro@corvina.example',
      'dmitar.oleske@doranta.example',
    ])
    expect(textByRecipient['bastien.kolo@belmara.example']).toContain(
      'change 1 is already included',
    )
    expect(textByRecipient['celia.montaro@corvina.example']).toContain('change 2 needs attention')
    expect(textByRecipient['dmitar.oleske@doranta.example']).toContain('change 3 applies')
  })

  it('nobody is told of a revision that is refused', async () => {
    await act.releases(cast.belmara.head)
    await db.mail.deleteMany()
    await expect(act.revises(TEXT)).rejects.toThrow('revisionEqual')
    expect(await db.mail.count()).toBe(0)
  })
})

describe('a listed item', () => {
  it('is changed as its proposal is, after the list was issued, while the period for comments is open', async () => {
    const { slug } = cast.session
    await placeProposals(cast.rapporteur, {
      slug,
      proposalIds: [proposalId],
      headingId: '',
      newHeading: 'Cooperation',
    })
    await issueList(cast.secretariat, {
      slug,
      version: (await getList(cast.rapporteur, cast.session)).version,
    })
    expect(await act.releases(cast.belmara.head)).toMatchObject({ number: 1 })
    const [heading] = (await getList(cast.belmara.adviser, cast.session)).headings
    expect(heading!.items).toMatchObject([{ text: TEXT, proposals: [{ number: 1 }] }])
    await cast.closes('comments')
    await expect(act.releases(cast.corvina.head)).rejects.toThrow('commentsClosed')
  })
})
