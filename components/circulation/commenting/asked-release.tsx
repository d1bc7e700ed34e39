'use client'

import { type ComponentProps, lazy, type MouseEvent, Suspense, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useAwake } from '@/components/live/use-awake'
import { Form, type FormAction, HiddenValues, SubmitButton } from '@/components/ui/form'

/** Comes when a release is first asked for. */
const AskedSheet = lazy(() => import('@/components/ui/asked-sheet'))

type Ticked = { name: string; value: string }
/** What is asked about: the ticked boxes, and the group chosen in the form. */
type Asked = { ticked: Ticked[]; groupId: string }

/** The field of a form that chooses a group of States. */
const GROUP_FIELD = 'onBehalfOfId'

/** The fields of a form, also those that stand outside of it. */
const fieldsOf = (formId: string): Element[] => [
  ...((document.getElementById(formId) as HTMLFormElement | null)?.elements ?? []),
]

const boxesOf = (formId: string): HTMLInputElement[] =>
  fieldsOf(formId).filter(
    (field): field is HTMLInputElement =>
      field instanceof HTMLInputElement && field.type === 'checkbox',
  )

/** The group of States chosen in a form; empty if none is. */
const groupIn = (formId: string): string =>
  fieldsOf(formId).find(
    (field): field is HTMLSelectElement =>
      field instanceof HTMLSelectElement && field.name === GROUP_FIELD,
  )?.value ?? ''

/**
 * The button that releases what is ticked in a form, in the name of a delegation: a sheet names the comments and their
 * effect and asks first. Without script the button stands below the same words, which a first press opens. Stands
 * outside of the form. Needs the messages `circulationComments.sheet`.
 */
export function AskedRelease({
  formId,
  action,
  values,
  now,
  button,
  delegation,
  posted,
  names,
  submitters = {},
}: {
  formId: string
  action: FormAction
  /** Sent with the ticked values. */
  values: Record<string, string>
  /** The address that shows the ticked things as they stand now. */
  now?: string
  button: string
  delegation: string
  /** When the comments are posted, as a sentence. */
  posted: string
  /** What each value of a box is about, in words. */
  names: Readonly<Record<string, string>>
  /** The delegation with each group of States that the form offers, by the group's id. */
  submitters?: Readonly<Record<string, string>>
}) {
  const t = useTranslations('circulationComments.sheet')
  const isAwake = useAwake()
  const [asked, setAsked] = useState<Asked | null>(null)
  if (!isAwake)
    return (
      <details>
        <summary className="button button-main list-none">{button} …</summary>
        <p className="my-2 max-w-prose">{t('means', { name: delegation, posted })}</p>
        <ReleaseButton formId={formId}>{t('yes', { name: delegation })}</ReleaseButton>
      </details>
    )
  // Nothing is ticked: the form says so itself.
  const ask = (event: MouseEvent) => {
    const ticked = boxesOf(formId).filter(({ checked }) => checked)
    if (ticked.length === 0) return
    event.preventDefault()
    setAsked({
      ticked: ticked.map(({ name, value }) => ({ name, value })),
      groupId: groupIn(formId),
    })
  }
  return (
    <>
      <ReleaseButton formId={formId} onClick={ask}>
        {button}
      </ReleaseButton>
      {asked && (
        <Suspense fallback={null}>
          <AskedSheet
            title={t('title', { name: delegation, count: asked.ticked.length })}
            means={t('means', { name: delegation, posted })}
            cancel={t('cancel')}
            onClose={() => setAsked(null)}
          >
            {(cancel) => (
              <Form action={action} {...(now && { now })} className="grid gap-4">
                <HiddenValues
                  values={{ ...values, [GROUP_FIELD]: asked.groupId, act: 'release' }}
                />
                {submitters[asked.groupId] && (
                  <p>{t('onBehalf', { submitter: submitters[asked.groupId]! })}</p>
                )}
                <ul className="max-h-60 list-disc overflow-y-auto ps-5 text-sm">
                  {asked.ticked.map(({ name, value }) => (
                    <li key={value}>
                      <input type="hidden" name={name} value={value} />
                      {names[value]}
                    </li>
                  ))}
                </ul>
                <div className="flex flex-wrap gap-3">
                  <SubmitButton>{t('button', { count: asked.ticked.length })}</SubmitButton>
                  {cancel}
                </div>
              </Form>
            )}
          </AskedSheet>
        </Suspense>
      )}
    </>
  )
}

const ReleaseButton = ({
  formId,
  ...button
}: { formId: string } & Pick<ComponentProps<'button'>, 'children' | 'onClick'>) => (
  <button
    type="submit"
    form={formId}
    name="act"
    value="release"
    className="button button-main"
    {...button}
  />
)

/** Ticks all boxes of a form. Needs the same messages. */
export function TickAllBoxes({ formId }: { formId: string }) {
  const t = useTranslations('circulationComments.sheet')
  // Without script there is nothing that ticks.
  if (!useAwake()) return null
  const tick = () => {
    for (const box of boxesOf(formId)) box.checked = true
    // The form keeps its input at each event: one for all boxes.
    document.getElementById(formId)?.dispatchEvent(new Event('input', { bubbles: true }))
  }
  return (
    <button type="button" className="way text-accent" onClick={tick}>
      {t('tickAll')}
    </button>
  )
}
