import 'server-only'
import type { Tx } from '@/lib/db/client'

/** A member as far as its account depends on it. */
type Entered = { id: string; personId: string | null; email: string }

/**
 * The open accounts of members of the extended Bureau, by their ids: the account that the member had when it was
 * entered, else the one that has the member's address now. A capacity may be entered before its holder is invited.
 */
export async function accountsOf(
  tx: Pick<Tx, 'person'>,
  members: readonly Entered[],
): Promise<Map<string, { id: string; email: string }>> {
  if (members.length === 0) return new Map()
  const people = await tx.person.findMany({
    where: {
      disabledAt: null,
      OR: [
        { id: { in: members.flatMap(({ personId }) => personId ?? []) } },
        { email: { in: members.flatMap(({ email }) => email || []) } },
      ],
    },
    select: { id: true, email: true },
  })
  return new Map(
    members.flatMap((member) => {
      const account = people.find(({ id, email }) =>
        member.personId ? id === member.personId : email === member.email,
      )
      return account ? [[member.id, account]] : []
    }),
  )
}

/** Where a letter reaches a member: the address of its account as it is now, else the one that was entered. */
export const addressOfMember = (
  { personId, email }: Entered,
  account: { email: string } | undefined,
): string => account?.email ?? (personId ? '' : email)
