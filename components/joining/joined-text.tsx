'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { Comparison } from '@/components/text/comparison'
import { TextOfRecord } from '@/components/text/text-of-record'
import { comparedParagraphs } from '@/lib/proposals/comparison'
import { diff } from '@/lib/text/diff/diff'
import { plainText } from '@/lib/text/document/document'
import { fromMarked, toMarked } from '@/lib/text/document/marked'
import { wordCount } from '@/lib/text/words'

/** The text that decisions make: clean, or marked as `children` draw it. */
export function JoinedText({
  text,
  language,
  children,
}: {
  text: string
  language: string
  children: ReactNode
}) {
  const t = useTranslations('joining.desk')
  const document = fromMarked(text)
  return (
    <section id="result" aria-labelledby="result-title" className="joined-text scroll-mt-4">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="result-title" className="font-semibold">
          {t('result')}
        </h2>
        <div
          role="radiogroup"
          aria-labelledby="result-title"
          className="no-print flex gap-4 text-sm"
        >
          {(['marked', 'clean'] as const).map((view) => (
            <label key={view} className="flex min-h-8 items-center gap-1.5">
              <input
                type="radio"
                name="view"
                value={view}
                defaultChecked={view === 'marked'}
                className="size-4 accent-accent"
              />
              {t(view)}
            </label>
          ))}
        </div>
      </div>
      <div data-view="marked">{children}</div>
      <div data-view="clean">
        <TextOfRecord document={document} language={language} />
      </div>
      <p className="mt-2 text-sm text-quiet">
        {t('words', { count: wordCount(plainText(document), language) })}
      </p>
    </section>
  )
}

/** A marked string against the one it comes from, as a drafter would mark it. */
export const MarkedText = ({
  base,
  text,
  language,
}: {
  base: string
  text: string
  language: string
}) => (
  <Comparison
    paragraphs={comparedParagraphs(base, diff(base, toMarked(fromMarked(text)), language))}
    language={language}
  />
)
