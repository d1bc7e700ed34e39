import 'server-only'
import { clockTime, type Tx } from '@/lib/db/client'
import { noteLock } from '@/lib/db/row-locks'
import { isUnchanged } from '@/lib/db/unchanged'
import { requireAllowed } from '@/lib/decision'
import type { SignedIn } from '@/lib/delegations/actor'
import { handedPowers } from '@/lib/delegations/powers/commands'
import { transaction } from '@/lib/delegations/transaction'
import type { SentFile } from '@/lib/documents/files/upload'
import { assertFound, authorize, orNotFound, Refused } from '@/lib/errors'
import { record, sha256, sha256OfBytes } from '@/lib/record/record'
import { lockSilence, readStanding } from '@/lib/silence/load'
import {
  canConductSilence,
  canPrepareSilence,
  canPutSubject,
  canReviseSilence,
} from '@/lib/silence/policy'
import type { OneSilence, PrepareSilence, RemoveAnnex, WriteText } from '@/lib/silence/schema'
import type { Locale } from '@/lib/text/locales'

/** The place of a procedure after an act. */
export type SilencePlace = { slug: string; number: number }

/**
 * Prepares a question for silence, seen only by those who conduct it. With a former procedure it is the revised text of
 * a broken one; refused if that one was not broken, or was revised before. Refuses a subject that the session has passed.
 */
export async function prepareSilence(
  actor: SignedIn,
  input: PrepareSilence,
): Promise<SilencePlace & { id: string }> {
  const { sessionId, formerId, language, text, ...question } = input
  return transaction(actor, async (tx) => {
    const powers = await handedPowers(tx, sessionId)
    authorize(canConductSilence(actor, { sessionId, powers }), 'silenceConductorsOnly')
    const { slug } = orNotFound(await tx.session.findUnique({ where: { id: sessionId } }))
    requireAllowed(canPutSubject(question.subject, await readStanding(tx, sessionId)))
    if (formerId) {
      await requireBroken(tx, actor, formerId, sessionId)
      // A revised text that was discarded gives its place to the next one.
      const discarded = { formerId, discardedAt: { not: null } }
      await tx.silence.updateMany({ where: discarded, data: { formerId: null } })
    }
    const number = await nextNumber(tx, sessionId)
    const { id } = await tx.silence.create({
      data: { ...question, sessionId, formerId, number, preparedById: actor.personId },
    })
    await tx.silenceText.create({
      data: { silenceId: id, language, original: true, text, textHash: sha256(text) },
    })
    await record(tx, actor, 'silence.prepared', { sessionId, subjectId: id, data: { number } })
    return { id, slug, number }
  })
}

async function requireBroken(tx: Tx, actor: SignedIn, id: string, sessionId: string) {
  const { silence, now } = await lockSilence(tx, actor, id)
  assertFound(silence.sessionId === sessionId)
  requireAllowed(canReviseSilence(actor, silence, now))
}

/** Two preparations at one moment get two numbers: the rows of the session are held one after the other. */
async function nextNumber(tx: Tx, sessionId: string): Promise<number> {
  noteLock(tx, 'Silence')
  const { _max } = await tx.silence.aggregate({ where: { sessionId }, _max: { number: true } })
  return (_max.number ?? 0) + 1
}

/** Writes the text in one language, or takes an empty one away; the original stays. */
export function writeText(actor: SignedIn, input: WriteText): Promise<SilencePlace> {
  return changing(actor, input, async (tx, silenceId) => {
    const { language, text } = input
    const where = { silenceId_language: { silenceId, language } }
    const row = await tx.silenceText.findUnique({ where })
    if (text.trim() === '') {
      if (row?.original) throw new Refused('invalid', 'silenceOriginal', {}, 'text')
      if (row) await tx.silenceText.delete({ where })
      return row !== null
    }
    const data = { text, textHash: sha256(text) }
    if (isUnchanged(row, data)) return false
    await tx.silenceText.upsert({
      where,
      create: { silenceId, language, ...data },
      update: data,
    })
    return true
  })
}

/** Adds a file as an annex, by its name once. */
export function addAnnex(
  actor: SignedIn,
  { language, file, ...place }: { id: string; version: number; language: Locale; file: SentFile },
): Promise<SilencePlace> {
  return changing(actor, place, async (tx, silenceId) => {
    const { name, form, bytes } = file
    const hash = sha256OfBytes(bytes)
    const where = { silenceId_name: { silenceId, name } }
    const annex = await tx.silenceAnnex.findUnique({ where, select: { hash: true } })
    if (annex?.hash === hash) return false
    if (annex) throw new Refused('conflict', 'silenceAnnexThere', { name })
    await tx.silenceAnnex.create({
      data: { silenceId, language, form, name, size: bytes.length, hash, bytes },
    })
    return true
  })
}

export function removeAnnex(actor: SignedIn, input: RemoveAnnex): Promise<SilencePlace> {
  return changing(actor, input, async (tx, silenceId) => {
    const { count } = await tx.silenceAnnex.deleteMany({
      where: { id: input.annexId, silenceId },
    })
    return count > 0
  })
}

/** Discards a question that was never opened. It stays in the record. */
export function discardSilence(actor: SignedIn, { id }: OneSilence): Promise<SilencePlace> {
  return transaction(actor, async (tx) => {
    const { silence } = await lockSilence(tx, actor, id)
    requireAllowed(canPrepareSilence(actor, silence))
    await tx.silence.update({ where: { id }, data: { discardedAt: await clockTime(tx) } })
    const { sessionId, number, session } = silence
    await record(tx, actor, 'silence.discarded', { sessionId, subjectId: id, data: { number } })
    return { slug: session.slug, number }
  })
}

/** A change before the opening, over the version that was read. `change` says whether it changed anything; only then it is recorded. */
function changing(
  actor: SignedIn,
  { id, version }: { id: string; version: number },
  change: (tx: Tx, silenceId: string) => Promise<boolean>,
): Promise<SilencePlace> {
  return transaction(actor, async (tx) => {
    const { silence } = await lockSilence(tx, actor, id)
    requireAllowed(canPrepareSilence(actor, silence))
    if (silence.version !== version) throw new Refused('conflict', 'silenceChanged')
    const { sessionId, number, session } = silence
    const place = { slug: session.slug, number }
    if (!(await change(tx, id))) return place
    await tx.silence.update({ where: { id }, data: { version: { increment: 1 } } })
    await record(tx, actor, 'silence.changed', { sessionId, subjectId: id, data: { number } })
    return place
  })
}
