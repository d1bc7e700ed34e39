import { db } from '@/lib/db/client'
import { registerDocument } from '@/lib/documents/commands'
import { addFile } from '@/lib/documents/files/commands'
import { RegisterDocument } from '@/lib/documents/schema'
import { pdf } from './files'
import type { Scenario } from './scenario'

/** The input that registers a document; complete unless a test changes it. */
export const documentIn = (sessionId: string, patch: object = {}) =>
  RegisterDocument.parse({
    sessionId,
    kind: 'paper',
    title: 'A paper',
    languages: ['en'],
    originalLanguage: 'en',
    distribution: 'general',
    datedOn: '2020-07-27',
    ...patch,
  })

/** Gives the group of the scenario a root of symbols of its own: groups of other tests share the usual one. Returns it. */
export async function ownRoot({ session }: Scenario): Promise<string> {
  const root = `UNODC/T${Math.random().toString(36).slice(2).toUpperCase()}`
  await db.expertGroup.update({ where: { id: session.groupId }, data: { symbolRoot: root } })
  return root
}

/** How the Secretariat of a scenario registers documents and adds files. `present` is asked at each act. */
export function registering(present: () => Scenario) {
  const asked = (patch: object = {}) => documentIn(present().session.id, patch)
  const file = (words = 'a') => ({ name: 'paper.pdf', form: 'pdf' as const, bytes: pdf(words) })
  return {
    asked,
    register: (patch: object = {}, actor = present().secretariat) =>
      registerDocument(actor, asked(patch)),
    add: (id: string, words = 'a', language: 'en' | 'fr' = 'en') =>
      addFile(present().secretariat, { id, language, file: file(words) }),
  }
}
