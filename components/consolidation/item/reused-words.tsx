import { reusedWords } from '@/lib/consolidation/provenance/item-provenance'
import { directionOf } from '@/lib/text/locales'

/** A text in which the words that stand in another one as well, run by run, are marked and underlined. */
export function ReusedWords({
  text,
  of,
  language,
}: {
  text: string
  of: string
  language: string
}) {
  const stretches = reusedWords(text, of, language)
  return (
    <p
      lang={language}
      dir={directionOf(language)}
      className="max-w-prose whitespace-pre-line font-serif"
    >
      {stretches.map(({ from, until }, index) => (
        <span key={from}>
          {text.slice(stretches[index - 1]?.until ?? 0, from)}
          <mark>{text.slice(from, until)}</mark>
        </span>
      ))}
      {text.slice(stretches.at(-1)?.until ?? 0)}
    </p>
  )
}
