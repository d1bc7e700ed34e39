import { randomUUID } from 'node:crypto'
import type { Tx } from '@/lib/db/client'
import type { CastDelegationKey } from '@/lib/demonstration/cast'
import { documentFromText } from '@/lib/text/document/document'
import type { CastInDatabase } from './people'
import type { ProposalOfDemonstration } from './proposals'
import type { SessionOfDemonstration } from './session'

type WrittenDraft = { by: CastDelegationKey; agenda: string; language: string; text: string }

const proposals: readonly WrittenDraft[] = [
  {
    by: 'arvenia',
    agenda: '3',
    language: 'en',
    text: 'Member States should publish, in plain language and every year, what they have learned from the incidents reported to them.',
  },
  {
    by: 'belmara',
    agenda: '3',
    language: 'fr',
    text: 'Les États Membres devraient former les enseignants avant d’inscrire la sécurité en ligne dans les programmes scolaires.',
  },
  {
    by: 'ghadira',
    agenda: '2',
    language: 'ar',
    text: 'ينبغي للدول الأعضاء أن تنشر قائمة محدثة بنقاط الاتصال المعنية بطلبات حفظ الأدلة الإلكترونية، وأن تتبادلها مع الأمانة كل عام.',
  },
]

const NOTE =
  'Ready from my side. Please look at “every year” once more: the capital would also accept “regularly”.'

/** Comments that advisers wrote and that wait for somebody who may submit. */
const comments = [
  {
    by: 'arvenia',
    on: 3,
    text: 'We would welcome a sentence on how the requirements are made known when they change.',
  },
  {
    by: 'belmara',
    on: 1,
    text: 'Nous soutenons ces délais. Ils correspondent à la pratique de notre point de contact.',
  },
  {
    by: 'fenmark',
    on: 8,
    text: 'We support this and can share teaching material that was tried in our schools.',
  },
] as const satisfies readonly { by: CastDelegationKey; on: number; text: string }[]

/**
 * The drafts of delegations that nobody else sees: proposals, one with a note to the head, and comments that wait for
 * release.
 */
export async function makeDrafts(
  tx: Tx,
  { session, cast }: { session: SessionOfDemonstration; cast: CastInDatabase },
  sceneProposals: readonly ProposalOfDemonstration[],
): Promise<void> {
  const writtenBy = (by: CastDelegationKey) => {
    const writer = cast.delegations[by].adviser.id
    return {
      id: randomUUID(),
      delegationId: session.delegations[by],
      createdById: writer,
      updatedById: writer,
    }
  }
  const drafts = proposals.map(({ by, agenda, language, text }) => ({
    ...writtenBy(by),
    sessionId: session.id,
    agendaItemId: session.agenda[agenda] ?? null,
    kind: 'recommendation' as const,
    body: documentFromText(text),
    originalLanguage: language,
    version: 2,
  }))
  await tx.draft.createMany({ data: drafts })
  await tx.draftNote.create({
    data: {
      id: randomUUID(),
      draftId: drafts[0]!.id,
      text: NOTE,
      writtenById: drafts[0]!.createdById,
    },
  })
  await tx.commentDraft.createMany({
    data: comments.map(({ by, on, text }) => {
      const proposal = sceneProposals.find(({ number }) => number === on)
      if (!proposal) throw new Error(`The demonstration has no proposal ${on}.`)
      return {
        ...writtenBy(by),
        proposalId: proposal.id,
        revisionNumber: proposal.revisions.length,
        category: 'general' as const,
        position: 'supports' as const,
        text,
      }
    }),
  })
}
