import { sha256 } from '@/lib/record/record'
import { adoptReport, ruleOnParagraph } from '@/lib/report/adoption/commands'
import { completeGap } from '@/lib/report/commands'
import { readReport } from '@/lib/report/queries'
import { type ParagraphView, paragraphsIn } from '@/lib/report/view'
import type { Scenario } from './scenario'

/** Leaves every open place to the Secretariat. */
export async function completeAll({ session, secretariat }: Scenario): Promise<void> {
  for (const { key } of (await readReport(session.id)).hindrances.open)
    await completeGap(secretariat, { slug: session.slug, key, completes: 'yes' })
}

/** Adopts each paragraph that is asked for, or changed after its adoption; those of `amended` with other words. */
export async function ruleAll(
  { session, chair }: Scenario,
  amended: readonly string[] = [],
): Promise<void> {
  const { sections } = await readReport(session.id)
  for (const { key, text, standing } of paragraphsIn(sections)) {
    if (standing !== 'pending' && standing !== 'changed') continue
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

type Ruling = 'adopted' | 'adoptedAsAmended' | 'leftPending'

/** The report of a session as it reads now, and the Chair's rulings on it. `about` is asked at each step. */
export function reporting(about: () => Scenario) {
  const report = () => readReport(about().session.id)
  const paragraphs = async (): Promise<ParagraphView[]> => paragraphsIn((await report()).sections)
  const findParagraph = async (isMeant: (key: string) => boolean): Promise<ParagraphView> => {
    const paragraph = (await paragraphs()).find(({ key }) => isMeant(key))
    if (!paragraph) throw new Error('The report has no such paragraph.')
    return paragraph
  }
  const paragraph = (key: string) => findParagraph((candidate) => candidate === key)
  return {
    report,
    paragraphs,
    paragraph,
    /** The first paragraph that a person wrote. */
    free: () => findParagraph((key) => key.startsWith('free:')),
    /** The Chair rules on a paragraph as it reads now. */
    rule: async (key: string, kind: Ruling = 'adopted', text = '') => {
      const { session, chair } = about()
      const readHash = sha256((await paragraph(key)).text)
      await ruleOnParagraph(chair, { slug: session.slug, key, kind, readHash, body: '', text })
    },
  }
}
