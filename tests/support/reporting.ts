import { db } from '@/lib/db/client'
import { sha256 } from '@/lib/record/record'
import { adoptReport, ruleOnParagraph } from '@/lib/report/adoption/commands'
import { completeGap } from '@/lib/report/commands'
import { readReport } from '@/lib/report/queries'
import { paragraphsIn } from '@/lib/report/view'
import type { Scenario } from './scenario'

/** Opens the session of a cast and gives it three meetings; its report knows no more. */
export async function openedSession({ session }: Scenario): Promise<void> {
  const sessionId = session.id
  const dates = [27, 28, 29].map((day) => new Date(`2020-07-${day}`))
  await db.meeting.createMany({
    data: dates.map((date, index) => ({ sessionId, number: index + 1, date })),
  })
  await db.sessionDecision.createMany({
    data: [
      { step: 'opened', decidedBy: 'chair', how: 'ruling', number: 1 },
      { step: 'agendaAdopted', decidedBy: 'group', how: 'meeting', number: 2 },
    ].map((decision) => ({ ...decision, sessionId, decidedOn: dates[0]! })) as never,
  })
}

/** Leaves every open place to the Secretariat. */
export async function completeAll({ session, secretariat }: Scenario): Promise<void> {
  for (const { key } of (await readReport(session.id)).hindrances.open)
    await completeGap(secretariat, { slug: session.slug, key, completes: 'yes' })
}

/** Adopts each paragraph that is asked for; those of `amended` with other words. */
export async function ruleAll(
  { session, chair }: Scenario,
  amended: readonly string[] = [],
): Promise<void> {
  const { sections } = await readReport(session.id)
  for (const { key, text, standing } of paragraphsIn(sections)) {
    if (standing !== 'pending') continue
    const isAmended = amended.includes(key)
    await ruleOnParagraph(chair, {
      slug: session.slug,
      key,
      kind: isAmended ? 'adoptedAsAmended' : 'adopted',
      readHash: sha256(text),
      body: '',
      text: isAmended ? 'It was so.' : '',
    })
  }
}

/** Declares the whole adopted at the third meeting. */
export async function adoptWhole({ session, chair }: Scenario): Promise<void> {
  const { version } = await readReport(session.id)
  await adoptReport(chair, { slug: session.slug, meeting: 3, version })
}
