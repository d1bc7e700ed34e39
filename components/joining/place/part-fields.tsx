'use client'

import { useTranslations } from 'use-intl/react'
import { type Choice, partsIn, partsOf } from '@/lib/amendments/joining/choices'
import { askedBy, type DeskAmendment, takenInPart } from '@/lib/amendments/joining/desk'
import { choiceName, partName, TAKE } from '@/lib/amendments/joining/schema'
import { directionOf } from '@/lib/text/locales'
import type { Changed } from '@/lib/text/weave/join'
import { Wording } from './wording'

/** A choice opened: each of its smaller places by itself, and a sentence that names the author of the change taken in part. */
export function PartFields({
  index,
  changed,
  choice,
  amendments,
  language,
  onChoose,
}: {
  index: number
  changed: Changed
  choice: Choice
  amendments: ReadonlyMap<string, DeskAmendment>
  language: string
  onChoose: (choice: Choice) => void
}) {
  const t = useTranslations('joining.desk')
  const isOpened = choice !== null && 'parts' in choice
  const parts = partsOf(choice, changed)
  const take = (part: number, alternative: number | null) =>
    onChoose({ parts: parts.with(part, alternative) })
  return (
    <>
      <label className="choice">
        <input
          type="radio"
          name={choiceName(index)}
          value="parts"
          checked={isOpened}
          onChange={() => onChoose({ parts })}
          className="mt-1.5 size-4 shrink-0 accent-accent"
        />
        <span>{t('part')}</span>
      </label>
      <div className="own-parts ms-6 grid gap-3 border-s-2 border-line ps-4">
        {partsIn(changed).map(({ base, alternatives }, part) => {
          const name = partName(index, part)
          const words = { lang: language, dir: directionOf(language) }
          return (
            <fieldset key={part}>
              <legend className="text-sm text-quiet">{t('place', { number: part + 1 })}</legend>
              <label className="choice">
                <input
                  type="radio"
                  name={name}
                  value="keep"
                  checked={parts[part] == null}
                  onChange={() => take(part, null)}
                  className="mt-1.5 size-4 shrink-0 accent-accent"
                />
                <Wording text={base} current="" words={words} />
              </label>
              {alternatives.map(({ text, by }, alternative) => (
                <label key={text} className="choice">
                  <input
                    type="radio"
                    name={name}
                    value={`${TAKE}${text}`}
                    checked={parts[part] === alternative}
                    onChange={() => take(part, alternative)}
                    className="mt-1.5 size-4 shrink-0 accent-accent"
                  />
                  <span className="min-w-0 break-words">
                    <Wording text={text} current={base} words={words} />{' '}
                    <span className="text-sm text-quiet">
                      {by.map((id) => askedBy(amendments.get(id))).join('; ')}
                    </span>
                  </span>
                </label>
              ))}
            </fieldset>
          )
        })}
      </div>
      {isOpened && <PartSentences {...{ changed, choice, amendments }} />}
    </>
  )
}

/** "You take a part of Doranta’s change", for each change of which this choice takes a part. */
function PartSentences({
  changed,
  choice,
  amendments,
}: {
  changed: Changed
  choice: Choice
  amendments: ReadonlyMap<string, DeskAmendment>
}) {
  const t = useTranslations('joining.desk')
  return takenInPart([changed], [choice], [...amendments.values()]).map(({ id, by, number }) => (
    <p key={id} role="status" className="ms-6 font-semibold">
      {t('takesPart', { name: by[0]!, number })}
    </p>
  ))
}
