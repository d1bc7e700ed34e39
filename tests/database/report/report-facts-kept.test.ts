import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { issueDocument, registerDocument } from '@/lib/documents/commands'
import { addFile } from '@/lib/documents/files/commands'
import { releaseReport } from '@/lib/report/commands'
import { readReport } from '@/lib/report/queries'
import { paragraphsIn } from '@/lib/report/view'
import { annulDecision, recordDecision } from '@/lib/sessions/decisions/commands'
import { RecordDecision } from '@/lib/sessions/decisions/schema'
import { findSession } from '@/lib/sessions/queries'
import { documentIn } from '@/tests/support/documents'
import { pdf } from '@/tests/support/files'
import { openedSession } from '@/tests/support/opened-session'
import { adoptWhole, completeAll, ruleAll } from '@/tests/support/reporting'
import { scenario, type Scenario } from '@/tests/support/scenario'

let cast: Scenario
let slug: string

beforeEach(async () => {
  cast = await scenario()
  slug = cast.session.slug
  await openedSession(cast)
  await releaseReport(cast.secretariat, { slug })
})

describe('a report that was adopted', () => {
  const adoption = () =>
    db.sessionDecision.findFirstOrThrow({
      where: { sessionId: cast.session.id, step: 'reportAdopted', annulledAt: null },
    })
  const annuls = async (decisionId: string) => {
    const { version } = (await findSession(slug))!
    return annulDecision(cast.secretariat, { decisionId, version, reason: 'Entered wrongly.' })
  }

  test('keeps the decision on its adoption, which could be annulled before', async () => {
    const { version } = (await findSession(slug))!
    const [third, second] = await Promise.all(
      [3, 2].map(async (number) => {
        const where = { sessionId_number: { sessionId: cast.session.id, number } }
        return db.meeting.findUniqueOrThrow({ where })
      }),
    )
    const entry = {
      sessionId: cast.session.id,
      version,
      step: 'reportAdopted',
      decidedBy: 'group',
      how: 'meeting',
      decidedOn: second!.date.toISOString().slice(0, 10),
      meetingId: second!.id,
    }
    await recordDecision(cast.secretariat, RecordDecision.parse(entry))
    await completeAll(cast)
    await ruleAll(cast)
    // The last paragraph would name the one meeting, and the record the other.
    await expect(adoptWhole(cast)).rejects.toMatchObject({
      key: 'reportAdoptedElsewhere',
      values: { meeting: '2nd' },
    })
    await annuls((await adoption()).id)
    await completeAll(cast)
    await ruleAll(cast)
    await adoptWhole(cast)
    expect((await adoption()).meetingId).toBe(third!.id)
    await expect(annuls((await adoption()).id)).rejects.toMatchObject({ key: 'decisionOfReport' })
  })
})

describe('the documents before a session', () => {
  test('are those that were issued: the title of another one is known to the Secretariat alone', async () => {
    const register = (title: string) =>
      registerDocument(cast.secretariat, documentIn(cast.session.id, { title }))
    const text = async () =>
      paragraphsIn((await readReport(cast.session.id)).sections).find(
        ({ key }) => key === 'documents',
      )!.text
    const { id } = await register('Note by the Secretariat')
    await register('A paper in preparation')
    expect(await text()).not.toContain('Note by the Secretariat')
    await addFile(cast.secretariat, {
      id,
      language: 'en',
      file: { name: 'note.pdf', form: 'pdf', bytes: pdf() },
    })
    await issueDocument(cast.secretariat, { id })
    expect(await text()).toContain('Note by the Secretariat')
    expect(await text()).not.toContain('A paper in preparation')
  })
})
