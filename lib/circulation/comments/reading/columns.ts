import type { EntityKind } from '@/lib/delegations/kinds'
import { onBehalfFacts } from '@/lib/sessions/attribution/view'
import type { Prisma } from '@/lib/db/generated/client'

/** The columns of a released comment that public pages and files print. */
export const sharedColumns = {
  id: true,
  delegationId: true,
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
  attribution: { select: onBehalfFacts },
  delegation: { select: { name: true, sortKey: true, entity: { select: { kind: true } } } },
} satisfies Prisma.CirculationCommentSelect

/** The columns of the target. */
export const targetColumns = {
  target: true,
  listId: true,
  headingId: true,
  itemId: true,
  subject: true,
} satisfies Prisma.CirculationCommentSelect

/** The delegation of a comment, as comments are ordered and headed. */
export const commenterOf = ({
  name,
  sortKey,
  entity,
}: {
  name: string
  sortKey: string
  entity: { kind: EntityKind }
}) => ({ name, sortKey, kind: entity.kind })
