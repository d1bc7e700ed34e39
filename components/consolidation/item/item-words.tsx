import { ClientMessages } from '@/components/messages/client-messages'
import { type NamedSource, WhoseWords } from '@/components/text/whose-words'
import { ordinalWord } from '@/lib/clock'
import { type ConsolidatedItemView, placeOnList } from '@/lib/consolidation/views'
import { whoseWords } from '@/lib/consolidation/provenance/item-provenance'
import { paths } from '@/lib/paths'
import { sourcedText } from '@/lib/proposals/origin/sourced'
import { toMarked } from '@/lib/text/document/marked'
import { formatter, translations } from '@/lib/messages'

/** The source of each word of a consolidated item: the preliminary items that have it, or the wording that added it. */
export function ItemWords({ item, slug }: { item: ConsolidatedItemView; slug: string }) {
  const t = translations('consolidation')
  const [only, another] = item.from
  // One source word for word needs no names.
  if (!only || (!another && only.text === item.text)) return null
  const wordings = item.wordings
    .map(({ number, body }) => ({ number, text: toMarked(body) }))
    .toReversed()
  const sourceTexts = item.from.flatMap(({ id, text, taken: extent, words }) =>
    extent === 'idea' ? [] : [{ id, text: extent === 'part' && words ? words : text }],
  )
  const { paragraphs, sources } = sourcedText(
    wordings.at(-1)?.text ?? '',
    whoseWords(wordings, sourceTexts, item.language),
  )
  const namedSources = sources.map((source): NamedSource => {
    if (source.kind === 'revision') {
      const wording = item.wordings.find(({ number }) => number === source.number)
      return {
        label: wording?.proposedBy
          ? t('whose.wordingTaken', { number: source.number, name: wording.proposedBy })
          : t('whose.wording', { number: source.number, name: wording?.createdBy ?? '' }),
        href: '#wordings',
        isFirst: true,
      }
    }
    const from = item.from.filter(({ id }) => source.ids.includes(id))
    return {
      label: formatter.list(
        from.map((source) =>
          t('whose.source', {
            session: ordinalWord(source.sessionOrdinal),
            place: placeOnList(source),
            names: formatter.list(source.attribution),
            count: source.attribution.length,
          }),
        ),
      ),
      href: `${paths.consolidatedItem(slug, item.id)}#from-${source.ids[0]}`,
      isFirst: false,
    }
  })
  return (
    <section aria-labelledby="whose" className="mt-12">
      <h2 id="whose" className="mb-4 font-serif text-xl font-semibold">
        {t('whose.title')}
      </h2>
      <ClientMessages namespaces={['consolidation.whose']}>
        <WhoseWords
          paragraphs={paragraphs}
          sources={namedSources}
          language={item.language}
          namespace="consolidation.whose"
        />
      </ClientMessages>
    </section>
  )
}
