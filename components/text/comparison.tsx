import type { ComparedPart } from '@/lib/proposals/comparison'
import { directionOf } from '@/lib/text/locales'

/** A text with its changes: additions bold and underlined, deletions struck through, as on paper. */
export function Comparison({
  paragraphs,
  language,
}: {
  paragraphs: readonly (readonly ComparedPart[])[]
  language: string
}) {
  return (
    <div lang={language} dir={directionOf(language)} className="text-of-record">
      {paragraphs.map((parts, index) => (
        <p key={index}>
          {parts.map((part, place) => (
            <Part key={place} part={part} />
          ))}
        </p>
      ))}
    </div>
  )
}

function Part({ part }: { part: ComparedPart }) {
  const words = part.italic ? <em>{part.text}</em> : part.text
  if (part.fate === 'added') return <ins>{words}</ins>
  return part.fate === 'removed' ? <del>{words}</del> : words
}
