import { randomUUID } from 'node:crypto'
import type { WriteComment } from '@/lib/comments/schema'

/** What a form asks that comments on the first revision of a proposal; complete unless told otherwise. */
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
