import { expect, test } from 'vitest'
import { changesOfRevision } from '@/lib/amendments/tracked-changes'
import { trackedParagraphs } from '@/lib/export/changes'
import { letter, plain } from '@/lib/export/paper'
import { paperToDocx } from '@/lib/export/docx/write'
import { ownWords } from '@/lib/text/weave/provenance'
import { hasLibreOffice, settledByLibreOffice } from '@/tests/support/libreoffice'
import { paperOf } from './sample'

const office = hasLibreOffice()
if (!office)
  console.warn('LibreOffice is not on this machine: its reading of tracked changes is not tried.')

const writer = { author: 'Arvenia', date: '2020-07-28T10:00:00.000Z' }
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
  ['en', 'Two are one. It was cut.', 'Two are one.\nIt was cut.'],
  ['en', 'One was two.\nIt was joined.', 'One was two. It was joined.'],
  ['en', 'First.\nThis one goes.\nLast.', 'First.\nLast.'],
  ['fr', 'Début.\nFin.', 'Début.\nAjouté ici.\nFin.'],
  ['en', 'Begins.', 'Begins.\nThis is added at the end.'],
  ['en', 'Stays.\nThis end is taken out.', 'Stays.'],
] as const

test.skipIf(!office)(
  'LibreOffice accepts and rejects tracked changes, of words and of paragraphs, to the two texts',
  { timeout: 180_000 },
  async () => {
    const entries = texts.map(([language, base, text]) => ({
      language,
      text: trackedParagraphs(
        changesOfRevision(
          base,
          { text, provenance: ownWords(text, 2) },
          { writer, amendments: [], locale: language },
        ),
      ),
    }))
    const paper = paperOf([
      ...entries.map((entry) => ({
        kind: 'paragraph' as const,
        unnumbered: true as const,
        ...entry,
      })),
      { kind: 'paragraph', text: [plain('In a list:')], items: entries },
    ])
    const docx = await paperToDocx(paper)
    const shown = (text: string) =>
      text
        .replace(/[\uE000\uE001]/g, '')
        .replace('\uE002', '[')
        .replace('\uE003', ']')
    const accepted = settledByLibreOffice(docx, 'Accept')
    const rejected = settledByLibreOffice(docx, 'Reject')
    for (const [lines, which] of [
      [accepted, 2],
      [rejected, 1],
    ] as const) {
      const expected = texts.flatMap((text) => shown(text[which]).split('\n'))
      const numbered = texts.flatMap((text, index) => {
        const [first, ...otherLines] = shown(text[which]).split('\n')
        return [`(${letter(index + 1)}) ${first}`, ...otherLines]
      })
      const at = lines.indexOf(expected[0]!)
      expect(lines.slice(at, at + expected.length)).toEqual(expected)
      const list = lines.findIndex((line) => line.endsWith('In a list:')) + 1
      expect(lines.slice(list, list + numbered.length).map((line) => line.trim())).toEqual(numbered)
    }
  },
)
