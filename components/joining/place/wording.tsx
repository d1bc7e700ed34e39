'use client'

import { useTranslations } from 'use-intl/react'
import { visibleWords } from '@/lib/text/signs'

/** The words of a version, or a sentence if it has none, or the same in another form. */
export function Wording({
  text,
  current,
  words,
}: {
  text: string
  /** The words that the version replaces; empty for the present words. */
  current: string
  words: { lang: string; dir: string }
}) {
  const t = useTranslations('joining.desk')
  const plain = visibleWords(text).replaceAll('\n', ' ¶ ')
  if (plain.trim() === '')
    return <span className="text-quiet">{current.trim() ? t('leaveOut') : t('nothing')}</span>
  if (text !== current && visibleWords(text) === visibleWords(current))
    return <span className="text-quiet">{t('form')}</span>
  return (
    <b {...words} className="font-serif">
      {plain}
    </b>
  )
}
