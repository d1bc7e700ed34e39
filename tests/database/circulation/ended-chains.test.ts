import { describe, expect, it } from 'vitest'
import { releaseComments, withdrawComment } from '@/lib/circulation/comments/commands'
import { keepDraft } from '@/lib/circulation/comments/drafts/commands'
import { getReleased } from '@/lib/circulation/comments/reading/own-queries'
import { getCirculation } from '@/lib/circulation/comments/reading/queries'
import type { KeepDraft } from '@/lib/circulation/comments/schema'
import { readComments } from '@/lib/circulation/compilation/queries/comment-rows'
import { getCompiledCirculation } from '@/lib/circulation/compilation/queries/overview'
import { retractComment } from '@/lib/circulation/posting/commands'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { circulated } from '@/tests/support/circulating'
import { publicParts } from '@/tests/support/public-parts'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
let sent: Awaited<ReturnType<typeof circulated>>
const begins = async (about: Parameters<typeof circulated>[1] = {}) => {
  cast = await scenario({ kind: 'stockTaking' })
  sent = await circulated(cast, about)
}
const keeps = async (actor: SignedIn, about: Partial<KeepDraft>) =>
  (await keepDraft(actor, sent.draft(about))).id
const says = async (actor: SignedIn, text: string, about: Partial<KeepDraft> = {}) => {
  const id = await keeps(actor, { text, ...about })
  await releaseComments(actor, { circulationId: sent.id, ids: [id] })
  return id
}
const everything = (delegationId: string) => publicParts(cast.session.slug, sent, delegationId)

describe('the withdrawal or retraction of a comment that replaced others', () => {
  const chain = async () => {
    await begins({ postingRule: 'atRelease' })
    for (const text of ['The zeroth marker.', 'The second marker.', 'The third marker.'])
      await says(cast.belmara.head, text, { position: 'reserves' })
    const rows = await db.circulationComment.findMany({ orderBy: { releasedAt: 'asc' } })
    const all = (await everything(cast.belmara.id)).join('\n')
    for (const words of ['zeroth', 'second', 'third']) expect(all).toContain(words)
    return rows.filter(({ circulationId }) => circulationId === sent.id).map(({ id }) => id)
  }
  const seenBy = async (actor: SignedIn, id: string) => {
    const circulation = await getCirculation(actor, cast.session, sent.id)
    return (await getReleased(actor, circulation, id)).text
  }

  it('takes the words of all of them from every page, file and feed, and leaves the line', async () => {
    const [first, , last] = await chain()
    await withdrawComment(cast.belmara.head, { id: last! })
    const after = await everything(cast.belmara.id)
    for (const words of ['zeroth', 'second', 'third']) expect(after.join('\n')).not.toContain(words)
    expect(after[1]!.split('Belmara withdrew a comment on')).toHaveLength(4)
    const { comments } = JSON.parse(after[5]!) as { comments: { withdrawnAt: string | null }[] }
    expect(comments.map(({ withdrawnAt }) => withdrawnAt !== null)).toEqual([true, true, true])
    expect(after[4]!.split('(taken down)')).toHaveLength(4)
    // Another delegation reads them no more in the compilation either; their own does.
    expect(await seenBy(cast.corvina.head, first!)).toBe('')
    expect(await seenBy(cast.belmara.head, first!)).toBe('The zeroth marker.')
    const readIn = async (actor: SignedIn) => {
      const compiled = await getCompiledCirculation(actor, cast.session, sent.id)
      return (await readComments(compiled, [first!])).map(({ text }) => text)
    }
    expect(await readIn(cast.corvina.head)).toEqual([''])
    expect(await readIn(cast.rapporteur)).toEqual(['The zeroth marker.'])
  })

  it('the same holds after a retraction', async () => {
    const [, , last] = await chain()
    await retractComment(cast.secretariat, { id: last! })
    const after = await everything(cast.belmara.id)
    for (const words of ['zeroth', 'second', 'third']) expect(after.join('\n')).not.toContain(words)
    expect(after[1]!.split('Retracted by the Secretariat on')).toHaveLength(4)
  })

  it('a comment replaces none on another matter', async () => {
    await begins()
    const replacesId = await says(cast.belmara.head, 'On the first item.')
    await expect(keeps(cast.belmara.head, { replacesId, itemId: sent.b })).rejects.toThrow(
      'notFound',
    )
  })
})
