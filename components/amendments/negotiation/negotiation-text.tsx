import { TextOfRecord } from '@/components/text/text-of-record'
import { entryLabel, type NegotiationEntry } from '@/lib/amendments/negotiation/negotiation'
import { directionOf } from '@/lib/text/locales'

/** A negotiation draft as it prints: paragraphs, numbered with their alternatives if they are whole. */
export function NegotiationText({
  entries,
  language,
  numbered,
}: {
  entries: readonly NegotiationEntry[]
  language: string
  numbered: boolean
}) {
  return (
    <div dir={directionOf(language)} className="grid gap-4" data-testid="negotiation-text">
      {entries.map((entry) => (
        <div
          key={entryLabel(entry)}
          className={
            numbered
              ? 'grid items-baseline gap-x-4 sm:grid-cols-[8.5rem_minmax(0,1fr)] [&_b]:font-normal'
              : ''
          }
        >
          {numbered && (
            <p dir="ltr" className="font-serif text-quiet" lang="en">
              {entryLabel(entry)}.
            </p>
          )}
          <TextOfRecord document={entry.document} language={language} />
        </div>
      ))}
    </div>
  )
}
