import type { Prisma } from '@/lib/db/generated/client'

/** The columns of a released comment that public pages and files print; `readCommenters` adds its commenter. */
export const sharedColumns = {
  id: true,
  delegationId: true,
  attributionId: true,
  category: true,
  position: true,
  language: true,
  passageText: true,
  text: true,
  releasedAt: true,
  receivedAt: true,
  late: true,
  enteredBySecretariat: true,
  replacedById: true,
  withdrawnAt: true,
  retractedAt: true,
} satisfies Prisma.CirculationCommentSelect

/** The columns of the target. */
export const targetColumns = {
  target: true,
  listId: true,
  headingId: true,
  itemId: true,
  subject: true,
} satisfies Prisma.CirculationCommentSelect
