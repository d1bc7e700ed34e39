import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { cookieName, seal } from '@/lib/auth/cookie'
import { db } from '@/lib/db/client'
import { provideEnv } from '@/lib/env'
import { paths } from '@/lib/paths'
import { sha256 } from '@/lib/record/record'
import { placeList, releaseReport } from '@/lib/report/commands'
import { readReport } from '@/lib/report/queries'
import { paragraphsIn } from '@/lib/report/view'
import { writeParagraph } from '@/lib/report/writing/commands'
import { documentFromText } from '@/lib/text/document/document'
import { type Scenario, scenario } from '@/tests/support/scenario'
import { issueList } from './fill-list'
import { costs } from './measure'
import type { BenchRow } from './report'
import { startMinimal, startStocktake } from './servers'
import { generated } from './texts'
import { startWorld, type World } from './world'

const PARAGRAPHS = 200
const ITEMS = 300

/**
 * Measures the cost of the page of a released draft of 200 paragraphs and 300 items, beside the smallest page of the
 * same texts.
 */
export async function measureReportPage(asBuilt: boolean): Promise<BenchRow[]> {
  const world = await startWorld()
  try {
    const { cast, cookie } = await fill(world)
    const minimal = await startMinimal(world)
    const stocktake = await startStocktake(world, asBuilt)
    try {
      const { slug } = cast.session
      const [plain, ours] = await costs(
        [
          { server: minimal, path: `/report?session=${slug}`, requests: 60 },
          { server: stocktake, path: paths.report(slug), requests: 60, cookie },
        ],
        { rounds: 5, postmaster: world.postmaster },
      )
      const ms = (value: number) => `${value.toFixed(1)} ms`
      return [
        {
          name: 'CPU of its page for a delegate, beside minimal',
          figure: `${ms(ours!.cpu)} beside ${ms(plain!.cpu)}, × ${(ours!.cpu / plain!.cpu).toFixed(2)}`,
          target: '≤ × 2',
          met: ours!.cpu <= 2 * plain!.cpu,
        },
      ]
    } finally {
      await stocktake.stop()
      await minimal.stop()
    }
  } finally {
    await world.stop()
  }
}

async function fill(world: World): Promise<{ cast: Scenario; cookie: string }> {
  provideEnv({ APP_URL: 'http://localhost', DATABASE_URL: world.url, AUTH_SECRET: world.secret })
  const cast = await scenario()
  await propose(cast)
  const client = new pg.Client({ connectionString: world.url })
  await client.connect()
  await issueList(client, cast.session.slug)
  await write(cast)
  await client.query('vacuum analyze')
  await client.end()
  const expiresAt = new Date(Date.now() + 36_000_000)
  const signIn = { id: randomUUID(), personId: cast.arvenia.head.personId, expiresAt }
  await db.signIn.create({ data: signIn })
  return { cast, cookie: `${cookieName()}=${await seal(signIn.id)}` }
}

async function propose({ session, arvenia, belmara }: Scenario): Promise<void> {
  const proposals = Array.from({ length: ITEMS }, (_, at) => ({
    id: randomUUID(),
    sessionId: session.id,
    number: at + 1,
    delegationId: at % 2 === 0 ? arvenia.id : belmara.id,
    kind: 'recommendation' as const,
    originalLanguage: 'en',
  }))
  const revisions = proposals.map(({ id: proposalId, delegationId, number }) => ({
    proposalId,
    delegationId,
    number: 1,
    wordCount: 50,
    ...worded(generated(number, 50)),
  }))
  await db.$transaction([
    db.proposal.createMany({ data: proposals }),
    db.revision.createMany({ data: revisions }),
  ])
}

/** The Rapporteur writes one paragraph by its form, the others are inserted; then the draft is released with the list in it. */
async function write({ session, rapporteur, secretariat, agenda }: Scenario): Promise<void> {
  const { slug } = session
  const section = `item:${agenda['2']}`
  const first = { slug, section, language: 'en' as const, body: '', text: generated(0, 90) }
  await writeParagraph(rapporteur, first)
  await placeList(rapporteur, { slug, inReport: 'yes' })
  const { id: reportId } = await db.report.findUniqueOrThrow({ where: { sessionId: session.id } })
  const rest = PARAGRAPHS - paragraphsIn((await readReport(session.id)).sections).length
  const paragraphs = Array.from({ length: rest }, (_, at) => ({
    id: randomUUID(),
    reportId,
    section,
    position: at + 2,
  }))
  await db.reportParagraph.createMany({ data: paragraphs })
  await db.reportRevision.createMany({
    data: paragraphs.map(({ id: paragraphId, position }) => ({
      paragraphId,
      number: 1,
      writtenById: rapporteur.personId,
      ...worded(generated(position, 90)),
    })),
  })
  await releaseReport(secretariat, { slug })
}

const worded = (text: string) => ({ body: documentFromText(text), text, textHash: sha256(text) })
