'use client'

import { memo } from 'react'
import { useTranslations } from 'use-intl/react'
import {
  type Choice,
  choiceFrom,
  contextOf,
  partsIn,
  valueOf,
} from '@/lib/amendments/joining/choices'
import { askedBy, type DeskAmendment } from '@/lib/amendments/joining/desk'
import { choiceName, placeName, TAKE, wordsName } from '@/lib/amendments/joining/schema'
import { placeLetter } from '@/lib/amendments/negotiation/place-letter'
import { visibleWords } from '@/lib/text/signs'
import { TextArea } from '@/components/ui/text-area'
import { versionsInBrackets } from '@/lib/text/weave/negotiation'
import { directionOf } from '@/lib/text/locales'
import type { Changed } from '@/lib/text/weave/join'
import { PartFields } from './part-fields'
import { Wording } from './wording'

type Given = {
  index: number
  /** The start of the change in the base. */
  at: number
  base: string
  changed: Changed
  choice: Choice
  isCurrent: boolean
  /** Whether a colleague decided otherwise at the same time. */
  differs: boolean
  amendments: ReadonlyMap<string, DeskAmendment>
  language: string
  choose: (index: number, choice: Choice) => void
}

/**
 * One place: the words around it, and its versions as cards. Works as plain radio buttons too. With a script only the
 * current place is shown.
 */
export const ChangeField = memo(function ChangeField({
  index,
  at,
  base,
  changed,
  choice,
  isCurrent,
  differs,
  amendments,
  language,
  choose,
}: Given) {
  const t = useTranslations('joining.desk')
  const [before, after] = contextOf(base, at, changed.base.length)
  const { alternatives } = changed
  const asking = alternatives.reduce((sum, { by }) => sum + by.length, 0)
  const typed = choice && 'write' in choice ? choice.write : visibleWords(changed.base)
  const fieldName = wordsName(index)
  const value = valueOf(choice, changed)
  const onChoose = (next: Choice) => choose(index, next)
  const radio = (option: string) => ({
    type: 'radio' as const,
    name: choiceName(index),
    value: option,
    checked: value === option,
    onChange: () => onChoose(choiceFrom(option, typed, changed)),
    className: 'mt-1.5 size-4 shrink-0 accent-accent',
  })
  const words = { lang: language, dir: directionOf(language) }
  return (
    <fieldset
      id={`change-${index + 1}`}
      tabIndex={-1}
      data-current={isCurrent || undefined}
      className={`change ${differs ? 'border-s-4 border-s-alarm ps-4' : ''}`}
    >
      <legend className="float-start me-3 font-semibold">
        {t('change', { letter: placeLetter(index) })}
      </legend>
      <p className="min-h-6 text-sm text-quiet">
        {alternatives.length > 1
          ? t('collision', { count: alternatives.length })
          : asking > 1 && t('agreed', { count: asking })}
      </p>
      <p
        {...words}
        className="around clear-both mt-1 mb-2 max-w-prose break-words font-serif text-quiet"
      >
        {before}
        <mark className="rounded-sm bg-accent-wash px-0.5 text-ink">
          {visibleWords(changed.base).replaceAll('\n', ' ¶ ') || '‸'}
        </mark>
        {after}
      </p>
      <input
        type="hidden"
        name={placeName(index)}
        data-new
        value={JSON.stringify({ at, base: changed.base })}
      />
      <div className="clear-both grid gap-2 pt-1">
        <label className="version">
          <input {...radio('keep')} />
          <span className="min-w-0 flex-1">
            <span className="flex justify-between gap-3 text-xs text-quiet">
              {t('asItStands')} <Key name="D" />
            </span>
            <Wording text={changed.base} current="" words={words} />
          </span>
        </label>
        {alternatives.map(({ text, by }, version) => (
          <label key={text} className="version">
            <input {...radio(`${TAKE}${text}`)} />
            <span className="min-w-0 flex-1 break-words">
              <span className="flex justify-between gap-3 text-xs text-quiet">
                {by.map((id) => askedBy(amendments.get(id))).join('; ')}{' '}
                {alternatives.length === 1 ? (
                  <Key name="A" />
                ) : (
                  version < 9 && <Key name={`${version + 1}`} />
                )}
              </span>
              <Wording text={text} current={changed.base} words={words} />
            </span>
          </label>
        ))}
        {partsIn(changed).length > 0 && (
          <PartFields {...{ index, changed, choice, amendments, language, onChoose }} />
        )}
        <label className="choice">
          <input {...radio('write')} />
          <span>{t('own')}</span>
        </label>
        <div className="own-words ms-6 grid gap-1">
          <label htmlFor={fieldName} className="text-sm text-quiet">
            {t('ownHint')}
          </label>
          <TextArea
            {...words}
            id={fieldName}
            name={fieldName}
            rows={2}
            value={typed}
            onChange={(event) => onChoose({ write: event.target.value })}
            className="input max-w-prose font-serif"
          />
          <button
            type="button"
            className="button button-plain no-print justify-self-start text-sm"
            onClick={() => onChoose({ write: versionsInBrackets(changed) })}
          >
            {t('bracket')}
          </button>
        </div>
        <label className="choice text-quiet">
          <input {...radio('open')} />
          <span>{t('open')}</span>
        </label>
      </div>
    </fieldset>
  )
})

/** The key that chooses a version, shown if there is a keyboard. */
const Key = ({ name }: { name: string }) => (
  <kbd aria-hidden className="key">
    {name}
  </kbd>
)
