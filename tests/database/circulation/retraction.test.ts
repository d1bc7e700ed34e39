import { beforeEach, describe, expect, it } from 'vitest'
import { shownComment } from '@/components/circulation/compilation/shown-comment'
import { releaseComments } from '@/lib/circulation/comments/commands'
import { keepDraft } from '@/lib/circulation/comments/drafts/commands'
import type { KeepDraft } from '@/lib/circulation/comments/schema'
import { commentJson } from '@/lib/circulation/compilation/files/json'
import { readFilter } from '@/lib/circulation/compilation/filter'
import { readRows } from '@/lib/circulation/compilation/files/rows'
import { listOwnComments } from '@/lib/circulation/compilation/queries/own'
import { getCompiledComment } from '@/lib/circulation/compilation/queries/one-comment'
import {
  getCompiledCirculation,
  listComments,
  readWholeCirculation,
} from '@/lib/circulation/compilation/queries/overview'
import { retractComment } from '@/lib/circulation/posting/commands'
import { releaseResponse } from '@/lib/circulation/responses/commands'
import { replyToResponse } from '@/lib/circulation/responses/reply-commands'
import { ReleaseResponse } from '@/lib/circulation/responses/schema'
import type { SignedIn } from '@/lib/delegations/actor'
import { circulated } from '@/tests/support/circulating'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
let sent: Awaited<ReturnType<typeof circulated>>

beforeEach(async () => {
  cast = await scenario({ kind: 'stockTaking' })
  sent = await circulated(cast, { postingRule: 'atRelease' })
})

const says = async (actor: SignedIn, about: Partial<KeepDraft>) => {
  const { id } = await keepDraft(actor, sent.draft(about))
  await releaseComments(actor, { circulationId: sent.id, ids: [id] })
  return id
}

describe('the retraction of an answered comment', () => {
  const retracts = async (by: SignedIn) => {
    const about = { target: 'other' as const, position: 'none' as const, itemId: '' }
    const id = await says(cast.belmara.head, { ...about, subject: 'Zanzibar', text: 'Ours.' })
    const response = { commentId: id, outcome: 'notTakenUp', text: 'You say: quoted words.' }
    await releaseResponse(cast.rapporteur, ReleaseResponse.parse(response))
    const reply = { commentId: id, reply: 'maintains' as const, replyText: 'Still ours.' }
    await replyToResponse(cast.belmara.head, reply)
    await retractComment(by, { id })
    return id
  }

  it('leaves of its own words nothing in the compilation, its files and the view of the delegation', async () => {
    const id = await retracts(cast.secretariat)
    for (const actor of [cast.rapporteur, cast.belmara.head, cast.corvina.head]) {
      const compiled = await getCompiledCirculation(actor, cast.session, sent.id)
      const seen = [
        await listComments(actor, compiled, readFilter({}), 1),
        await getCompiledComment(actor, compiled, id),
        await listOwnComments(actor, cast.session),
      ]
      expect(JSON.stringify(seen)).not.toMatch(/Zanzibar|Ours|Still/)
    }
    for await (const rows of readRows(await readWholeCirculation(sent.id)))
      expect(JSON.stringify(rows.map(commentJson))).not.toMatch(/Zanzibar|Ours|Still/)
  })

  it('names the Secretariat or the delegation, whoever took it down', async () => {
    const whoOf = async (id: string) => {
      const compiled = await getCompiledCirculation(cast.rapporteur, cast.session, sent.id)
      return (await getCompiledComment(cast.rapporteur, compiled, id)).comment.retractedBy
    }
    const id = await retracts(cast.secretariat)
    expect(await whoOf(id)).toBe('secretariat')
    const compiled = await getCompiledCirculation(cast.rapporteur, cast.session, sent.id)
    const { comment } = await getCompiledComment(cast.rapporteur, compiled, id)
    const { facts, marks, response, reply } = shownComment(comment, { text: '', language: 'en' })
    expect(marks?.join()).toMatch(/^Retracted by the Secretariat on .* \(Vienna time\)/)
    for (const words of [facts, response!.time, reply!.time])
      expect(words).toMatch(/\(Vienna time\)$/)
    expect(await whoOf(await retracts(cast.belmara.head))).toBe('delegation')
  })

  it('leaves nothing to reply to', async () => {
    const id = await says(cast.belmara.head, { text: 'Ours.' })
    const response = { commentId: id, outcome: 'noted' }
    await releaseResponse(cast.rapporteur, ReleaseResponse.parse(response))
    await retractComment(cast.secretariat, { id })
    const reply = { commentId: id, reply: 'maintains' as const, replyText: '' }
    await expect(replyToResponse(cast.belmara.head, reply)).rejects.toThrow('commentEnded')
  })
})
