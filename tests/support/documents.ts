import { RegisterDocument } from '@/lib/documents/schema'

/** What the form that registers a document asks; complete unless told otherwise. */
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
