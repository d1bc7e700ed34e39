import { RegisterDocument } from '@/lib/documents/schema'

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
