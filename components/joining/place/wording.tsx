'use client'

import { useTranslations } from 'use-intl/react'
import { visibleWords } from '@/lib/text/signs'

/** The words of a version, or a sentence where it has none, or the same in another form. */
export function Wording({
  text,
  other,
  words,
}: {
  text: string
  /** What the version would take the place of; empty for the words as they stand. */
  other: string
  words: { lang: string; dir: string }
}) {
  const t = useTranslations('joining.desk')
  const shown = visibleWords(text).replaceAll('\n', ' ¶ ')
  if (shown.trim() === '')
    return <span className="text-quiet">{other.trim() ? t('leaveOut') : t('nothing')}</span>
  if (text !== other && visibleWords(text) === visibleWords(other))
    return <span className="text-quiet">{t('form')}</span>
  return (
    <b {...words} className="font-serif">
      {shown}
    </b>
  )
}
