import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { documentFromText } from '@/lib/text/document/document'
import { scenario } from '@/tests/support/scenario'

const SECRET = 'Words that only Arvenia knows'

/** The log line of the error that writing this draft raises. */
async function logged(wrong: Record<string, unknown>): Promise<string> {
  const { session, arvenia } = await scenario()
  const draft = {
    sessionId: session.id,
    delegationId: arvenia.id,
    body: documentFromText(SECRET),
    explanation: SECRET,
    createdById: arvenia.head.personId,
    updatedById: arvenia.head.personId,
  }
  return db.draft.create({ data: { ...draft, ...wrong } as never }).then(
    () => 'It was written.',
    (error: unknown) => inspect(error, { depth: 10 }),
  )
}

test.each([
  ['a value of the wrong type', { updatedById: 7 }],
  ['a column that there is not', { status: 'submitted' }],
  ['a row that another must hold', { sessionId: crypto.randomUUID() }],
  ['a sign that PostgreSQL does not keep', { reason: '\0' }],
])('the log of a defect names it and holds no words of a draft: %s', async (_, wrong) => {
  const logs = await logged(wrong)
  expect(logs).toMatch(/Prisma\w+Error/)
  expect(logs).not.toContain('Arvenia knows')
})
