import { endSentences, timeAtSeat } from '@/lib/circulation/compilation/ends'
import type { ListedComment } from '@/lib/circulation/compilation/queries/overview'
import { targetName } from '@/lib/circulation/compilation/target-name'
import type { CompiledCirculation } from '@/lib/circulation/compilation/views'
import { streamWord, type WordBlock, type WordParagraph } from '@/lib/export/stream/word'
import { onBehalfOf } from '@/lib/sessions/attribution/attribution'
import { translations } from '@/lib/messages'
import { languageOf, writtenLanguage } from '@/lib/text/language'
import { directionOf } from '@/lib/text/locales'
import { marks } from '@/lib/circulation/compilation/marks'
import { fileLead } from './lead'

/** In twips; together the width of the page between its margins. */
const widths = [1750, 1650, 3900, 3400, 3870]

/** The compilation as a Word document: item by item, a table with a head that repeats. */
export function compilationWord(
  circulation: CompiledCirculation,
  batches: AsyncIterable<readonly ListedComment[]>,
): AsyncGenerator<Uint8Array> {
  const t = translations('compilation')
  const { title, openUntil } = circulation
  return streamWord(
    {
      title: `${t('title')}: ${title}`,
      lead: fileLead(circulation),
      created: openUntil.toISOString(),
    },
    blocks(batches),
  )
}

async function* blocks(
  batches: AsyncIterable<readonly ListedComment[]>,
): AsyncGenerator<WordBlock[]> {
  const t = translations('compilation')
  const head = ['entity', 'position', 'comment', 'wording', 'response'].map((key) =>
    t(`columns.${key}`),
  )
  let open: string | null = null
  for await (const batch of batches) {
    const wordBlocks: WordBlock[] = []
    for (const comment of batch) {
      const { entry } = comment
      if (entry.key !== open) {
        if (open !== null) wordBlocks.push({ kind: 'endOfTable' })
        wordBlocks.push({ kind: 'heading', level: 2, text: targetName(entry) })
        if (entry.text)
          wordBlocks.push({ kind: 'text', paragraph: plain(entry.text, entry.language) })
        wordBlocks.push({ kind: 'table', head, widths })
        open = entry.key
      }
      wordBlocks.push({ kind: 'row', cells: cellsOf(comment), widths })
    }
    yield wordBlocks
  }
  if (open !== null) yield [{ kind: 'endOfTable' }]
}

const plain = (text: string, language = 'en'): WordParagraph => ({
  runs: [{ text }],
  rtl: directionOf(language) === 'rtl',
})

function cellsOf(comment: ListedComment): WordParagraph[][] {
  const t = translations('compilation')
  const tc = translations('comments')
  const { name, position, category, language, response, passage, text, entry: item } = comment
  const ends = [
    ...(comment.late ? [t('late')] : []),
    ...(comment.enteredBySecretariat ? [t('entered')] : []),
    ...endSentences(comment),
    ...(comment.replacedById ? [t('replaced')] : []),
  ]
  return [
    [
      { runs: [{ text: name, bold: true }] },
      ...(comment.onBehalf ? [plain(onBehalfOf(comment.onBehalf))] : []),
    ],
    [
      plain(tc(`positions.${position}`)),
      plain(tc(`categories.${category}`)),
      plain(timeAtSeat(comment.receivedAt)),
    ],
    [
      ...ends.map((end) => plain(end)),
      ...(passage ? [plain(`“${passage}”`, item.language)] : []),
      ...(text ? [plain(text, writtenLanguage(text, language))] : []),
    ],
    comment.wordingText === null
      ? []
      : [
          {
            runs: marks(item.text, comment.wordingText, item.language),
            rtl: directionOf(item.language) === 'rtl',
          },
        ],
    response
      ? [
          { runs: [{ text: t(`outcomes.${response.outcome}`), bold: true }] },
          ...(response.text ? [plain(response.text, languageOf(response.text))] : []),
          ...(response.reply
            ? [
                plain(t(`replies.${response.reply}`, { name })),
                ...(response.replyText
                  ? [plain(response.replyText, writtenLanguage(response.replyText, language))]
                  : []),
              ]
            : []),
        ]
      : [],
  ]
}
