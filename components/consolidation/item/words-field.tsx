'use client'

import { useId, useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { useFieldError, useTyped } from '@/components/ui/form'
import { TextArea } from '@/components/ui/text-area'
import { directionOf } from '@/lib/text/locales'

/**
 * The words that are taken of a source: selected in its text, or typed. A selection is put into the field, and the
 * choice "a part" is made with it. Needs the messages `consolidation.takenPart`.
 */
export function WordsField({
  texts,
  language,
  initial = '',
}: {
  texts: readonly string[]
  language: string
  initial?: string
}) {
  const t = useTranslations('consolidation.takenPart')
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const error = useFieldError('words')
  const typed = useTyped('words', initial)
  const take = () => {
    const words = document.getSelection()?.toString().replace(/\s+/g, ' ').trim()
    const { current } = field
    if (!words || !current) return
    current.value = words
    const part = current.form?.querySelector<HTMLInputElement>('input[name=taken][value=part]')
    if (part) part.checked = true
  }
  return (
    <div className="grid gap-1.5">
      <p className="text-sm text-quiet">{t('choose')}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: selecting is the browser's own; the field takes typed words as well. */}
      <div
        lang={language}
        dir={directionOf(language)}
        onPointerUp={take}
        onKeyUp={take}
        className="max-h-48 overflow-y-auto whitespace-pre-line border-s-2 border-line ps-3 font-serif"
      >
        {texts.join('\n')}
      </div>
      <label htmlFor={id} className="text-sm font-semibold">
        {t('label')}
      </label>
      <TextArea
        ref={field}
        id={id}
        name="words"
        rows={2}
        defaultValue={typed}
        lang={language}
        dir={directionOf(language)}
        aria-describedby={`${id}-hint`}
        aria-invalid={error ? true : undefined}
        className="input"
      />
      <p id={`${id}-hint`} className={error ? 'text-sm text-alarm' : 'text-sm text-quiet'}>
        {error ?? t('hint')}
      </p>
    </div>
  )
}
