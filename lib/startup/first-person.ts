import { db } from '@/lib/db/client'

/** The start's message while the Secretariat has no account: how its first person gets in. Else empty. */
export async function firstPerson(): Promise<string> {
  const office = { kind: 'secretariat', sessionId: null, endedAt: null } as const
  if (await db.office.findFirst({ where: office, select: { id: true } })) return ''
  return [
    '  The Secretariat has no account yet. In another terminal, in this folder, make a sign-in link for its first person:',
    '',
    '    npm run stocktake -- invite you@example.org --office secretariat --name "Your Name"',
    '',
    '  The first page names the group that this installation serves.',
    '',
  ].join('\n')
}
