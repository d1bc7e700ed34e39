'use client'

import { SourceDifference } from '@/components/text/difference'
import { directionOf } from '@/lib/text/locales'
import type { PanelSource } from './basis'

/** Each source marked against the text as it stands in the field. */
export default function Comparison({
  sources,
  text,
  language,
}: {
  sources: readonly PanelSource[]
  text: string
  /** The language of the text in the field. */
  language: string
}) {
  return (
    <ul className="mt-2 grid gap-4">
      {sources.map((source) => (
        <li key={source.id}>
          <p className="text-sm text-quiet">{source.place}</p>
          <p
            lang={source.language}
            dir={directionOf(source.language)}
            className="max-w-prose whitespace-pre-line font-serif"
          >
            <SourceDifference source={source} text={text} language={language} />
          </p>
        </li>
      ))}
    </ul>
  )
}
