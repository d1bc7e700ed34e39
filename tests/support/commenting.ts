import { randomUUID } from 'node:crypto'
import type { WriteComment } from '@/lib/comments/schema'

/** The input of a comment on the first revision of a proposal; complete unless a test changes it. */
export const commentOn = (proposalId: string, about: Partial<WriteComment> = {}): WriteComment => ({
  id: randomUUID(),
  proposalId,
  revisionNumber: 1,
  parentId: '',
  replacesId: '',
  category: 'general',
  position: 'supports',
  passage: '',
  text: 'We can go along with this.',
  ...about,
})
