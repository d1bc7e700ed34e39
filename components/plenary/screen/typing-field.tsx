'use client'

import dynamic from 'next/dynamic'
import { useId } from 'react'
import { useTranslations } from 'use-intl/react'
import { Comparison } from '@/components/text/comparison'
import { TextField } from '@/components/ui/field'
import { Form, type FormAction, SubmitButton } from '@/components/ui/form'
import { isSameText, type TypingView } from '@/lib/plenary/screen/concurrent-typing'
import { comparedParagraphs } from '@/lib/proposals/comparison'
import { diff } from '@/lib/text/diff/diff'
import { toMarked } from '@/lib/text/document/marked'
import { type Held, useTyping } from './use-typing'

const TextEditor = dynamic(() => import('@/components/editor/text-editor'), { ssr: false })

/**
 * The text before the room as everybody sees it, marked, and below it the editor that types into it.
 * While something is typed, it can be made the wording, just as the editor shows it, or taken away.
 */
export function TypingField({
  which,
  initial,
  language,
  bracketed,
  addresses,
  acts,
}: {
  which: { slug: string; id: string }
  initial: TypingView
  language: string
  bracketed: boolean
  addresses: { typing: string; stream: string; item: string }
  acts: { fix: FormAction; clear: FormAction }
}) {
  const t = useTranslations('plenary.typing')
  const id = useId()
  const typing = useTyping(initial, language, addresses)
  const { view, mine, held, sent } = typing
  const hidden = (
    <>
      <input type="hidden" name="slug" value={which.slug} />
      <input type="hidden" name="id" value={which.id} />
    </>
  )
  return (
    <div className="grid gap-8">
      <div className={bracketed ? 'room-bracketed sm:text-[1.1em]' : 'sm:text-[1.1em]'}>
        <Comparison paragraphs={view.paragraphs} language={language} />
      </div>
      <section aria-labelledby={`${id}-label`} className="no-print grid gap-1.5">
        <h2 id={`${id}-label`} className="font-semibold">
          {t('label')}
        </h2>
        <p id={`${id}-hint`} className="max-w-prose text-sm text-quiet">
          {t('hint')}
        </p>
        <noscript>
          <p className="max-w-prose">
            {t('noScript')} <a href={addresses.item}>{t('otherWay')}</a>
          </p>
        </noscript>
        <div onBlur={typing.flush}>
          <TextEditor
            initial={initial.body}
            {...(typing.shown && { shown: typing.shown })}
            labelledBy={`${id}-label`}
            describedBy={`${id}-hint`}
            language={language}
            onChange={typing.type}
          />
        </div>
        <p role="status" className="min-h-[1.5em] text-sm text-quiet">
          {typeof sent === 'object' ? (
            <b className="text-alarm">{sent.refused}</b>
          ) : (
            sent !== 'idle' && t(`sent.${sent}`)
          )}{' '}
          {view.by && t('typedBy', { name: view.by })}
        </p>
        {view.version > 0 && view.typedOver !== view.wording && (
          <p role="status" className="border-s-4 border-accent bg-accent-wash px-4 py-2">
            {t('reworded')}
          </p>
        )}
        {held.map((version, index) => (
          <HeldWords
            key={index}
            held={version}
            view={view}
            language={language}
            decide={(take) => typing.decide(version, take)}
          />
        ))}
        {(view.version > 0 || !isSameText(mine, view.body)) && (
          <div className="mt-2 flex flex-wrap items-end gap-4">
            <Form action={acts.fix} className="flex flex-1 flex-wrap items-end gap-3">
              {hidden}
              <input type="hidden" name="version" value={view.version} />
              <input type="hidden" name="baseNumber" value={view.wording} />
              <input type="hidden" name="body" value={JSON.stringify(mine)} />
              <div className="min-w-56 flex-1">
                <TextField name="reason" label={t('reason')} rows={1} />
              </div>
              <SubmitButton>{t('fix')}</SubmitButton>
            </Form>
            <Form action={acts.clear} className="contents">
              {hidden}
              <SubmitButton tone="plain">{t('clear')}</SubmitButton>
            </Form>
          </div>
        )}
      </section>
    </div>
  )
}

/** The text of the second typist, marked against the one on the screen, and the acts on it. */
function HeldWords({
  held,
  view,
  language,
  decide,
}: {
  held: Held
  view: TypingView
  language: string
  decide: (take: boolean) => void
}) {
  const t = useTranslations('plenary.typing')
  const onScreen = toMarked(view.body)
  const changes = diff(onScreen, toMarked(held.body), language)
  return (
    <div role="alert" className="border-s-4 border-alarm bg-alarm-wash p-4">
      <p className="font-semibold">{t('held', { name: held.by })}</p>
      <p className="mb-3 mt-1 text-sm">{t('heldHint', { name: held.by })}</p>
      <div className="mb-3 bg-sheet p-3">
        <Comparison paragraphs={comparedParagraphs(onScreen, changes)} language={language} />
      </div>
      <p className="flex flex-wrap gap-3">
        <button type="button" className="button" onClick={() => decide(true)}>
          {t('takeHeld')}
        </button>
        <button type="button" className="button button-plain" onClick={() => decide(false)}>
          {t('leaveHeld')}
        </button>
      </p>
    </div>
  )
}
