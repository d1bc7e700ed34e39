import { expect, test } from 'vitest'
import { changesOfRevision } from '@/lib/amendments/tracked-changes'
import { trackedParagraphs } from '@/lib/export/changes'
import { paperToDocx } from '@/lib/export/docx/write'
import { ownWords } from '@/lib/text/weave/provenance'
import { hasLibreOffice, settledByLibreOffice } from '@/tests/support/libreoffice'
import { paperOf } from './sample'

const office = hasLibreOffice()
if (!office)
  console.warn('LibreOffice is not on this machine: its reading of tracked changes is not tried.')

const own = { author: 'Arvenia', date: '2020-07-28T10:00:00.000Z' }
const texts = [
  [
    'en',
    'Member States should share evidence, \uE000inter alia\uE001, at once.',
    'Member States should consider sharing \uE002electronic\uE003 evidence at once.',
  ],
  [
    'ar',
    'ينبغي للدول الأعضاء تبادل الأدلة عبر WhatsApp دون تأخير.',
    'ينبغي للدول الأعضاء تبادل الأدلة الإلكترونية دون تأخير.',
  ],
  ['zh', '会员国应当分享电子证据。', '会员国应当考虑及时分享电子证据。'],
] as const

test.skipIf(!office)(
  'LibreOffice accepts and rejects tracked changes to the two texts',
  { timeout: 180_000 },
  async () => {
    const paper = paperOf(
      texts.map(([language, base, text]) => ({
        kind: 'paragraph',
        unnumbered: true,
        language,
        text: trackedParagraphs(
          changesOfRevision(
            base,
            { text, provenance: ownWords(text, 2) },
            { own, taken: [], locale: language },
          ),
        ),
      })),
    )
    const docx = await paperToDocx(paper)
    const shown = (text: string) =>
      text
        .replace(/[\uE000\uE001]/g, '')
        .replace('\uE002', '[')
        .replace('\uE003', ']')
    const accepted = settledByLibreOffice(docx, 'Accept')
    const rejected = settledByLibreOffice(docx, 'Reject')
    for (const [, base, text] of texts) {
      expect(accepted).toContain(shown(text))
      expect(rejected).toContain(shown(base))
    }
  },
)
