import { TextOfRecord } from '@/components/text/text-of-record'
import { Empty } from '@/components/ui/empty'
import { paths } from '@/lib/paths'
import { differentPrintedNumber, itemNumber } from '@/lib/proposals/preliminary-list/item-number'
import type { ListHeading } from '@/lib/proposals/preliminary-list/queries'
import { translations } from '@/lib/messages'
import { listed } from '@/lib/text/apart'

/**
 * A list as it reads: headings, lettered items, their authors. `suggestsAs` names the delegation that may suggest
 * changes to the items of others now, if it may.
 */
export function IssuedList({
  headings,
  slug,
  suggestsAs = null,
}: {
  headings: readonly ListHeading[]
  slug: string
  suggestsAs?: string | null
}) {
  const t = translations('lists')
  if (headings.length === 0) return <Empty title={t('nothing')}>{t('leadMaking')}</Empty>
  return headings.map(({ id, title, paragraph, items }) => (
    <section key={id} aria-labelledby={id} className="mb-12">
      <h2 id={id} className="mb-4 font-serif text-xl font-semibold">
        {paragraph}. {title}
      </h2>
      <ol className="grid gap-6">
        {items.map((item) => (
          <li key={item.id} id={`item-${item.id}`} className="grid grid-cols-[3rem_1fr]">
            <span className="pt-1 text-quiet">({item.letter})</span>
            <div className="min-w-0">
              <TextOfRecord document={item.body} language={item.language} />
              <p className="mt-1 text-sm">
                {item.attribution.length > 0 && t('by', { names: listed(item.printedNames) })}{' '}
                {item.proposals.map(({ number }) => (
                  <a key={number} href={paths.proposal(slug, number)} className="me-3 text-quiet">
                    {t('stands', { number })}
                  </a>
                ))}
                {suggestsAs !== null &&
                  item.proposals
                    .filter(
                      (proposal) => !proposal.withdrawn && proposal.delegationName !== suggestsAs,
                    )
                    .map(({ number }) => (
                      <a
                        key={number}
                        href={paths.amendments(slug, number)}
                        aria-label={t('suggestTo', { number })}
                        className="no-print me-3"
                      >
                        {t('suggest')}
                      </a>
                    ))}
                <PrintedNumber
                  number={itemNumber({ paragraph, letter: item.letter })}
                  importedNumber={item.importedNumber}
                />
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  ))
}

/** The number that the paper of an imported list prints, where it differs. */
function PrintedNumber({
  number,
  importedNumber,
}: {
  number: string
  importedNumber: string | null
}) {
  const printed = differentPrintedNumber(number, importedNumber)
  if (printed === null) return null
  return (
    <span className="text-quiet">{translations('lists')('imported', { number: printed })}</span>
  )
}
