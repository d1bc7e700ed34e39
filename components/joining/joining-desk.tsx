'use client'

import { useEffect, useEffectEvent, useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { Form, type FormAction, SubmitButton, useFormState } from '@/components/ui/form'
import { HELD, RESTORE } from '@/components/keeping/form-fields'
import { type Desk, openChanges } from '@/lib/amendments/joining/desk'
import { remember } from '@/lib/text/weave/decisions'
import { DeskLive } from './desk-live'
import { DeskPanes } from './desk-panes'
import { ClashPanel } from './clash-panel'
import { type Kept, useDesk } from './use-desk'

type Given = {
  desk: Desk
  joining: Kept
  proposalId: string
  baseNumber: number
  language: string
  /** The reader's own id, left out of the list of those present. */
  me: string
  stream: string
  /** The number of the suggestion with the first place to show. */
  start: number | null
}

/** The desk at which suggested changes are decided: the places, the text with the current one lit up, its versions. */
export function JoiningDesk({ action, ...fields }: Given & { action: FormAction }) {
  const t = useTranslations('joining.desk')
  return (
    <Form action={action} label={t('changes')} className="joining-desk">
      <DeskFields {...fields} />
    </Form>
  )
}

function DeskFields({ desk, joining, language, ...fields }: Given) {
  const t = useTranslations('joining.desk')
  const { base, segments } = desk
  const state = useDesk(joining, desk, language)
  const { decisions, begun, isChanged, clash } = state
  const open = openChanges(segments, decisions)
  const { state: form } = useFormState()
  // React resets a form after its action; a new key renders it with the current decisions.
  const answeredAt = form.status === 'idle' ? 0 : form.at
  useWarning(isChanged)
  const place = useRef<HTMLDivElement>(null)
  const comesAwake = useEffectEvent((form: HTMLFormElement) => state.takeOver(form))
  const putBack = useEffectEvent((event: Event) =>
    state.putBack((event as CustomEvent<string>).detail),
  )
  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    comesAwake(form)
    const listen = (event: Event) => putBack(event)
    form.addEventListener(RESTORE, listen)
    return () => form.removeEventListener(RESTORE, listen)
  }, [])
  const hidden = {
    id: begun.id,
    proposalId: fields.proposalId,
    baseNumber: fields.baseNumber,
    version: begun.version,
    language,
    before: JSON.stringify(remember(segments, begun.decisions)),
  }
  return (
    <>
      {Object.entries(hidden).map(([name, value]) => (
        <input
          key={name}
          type="hidden"
          name={name}
          value={value}
          readOnly
          // A colleague may have saved the first decisions before the page is loaded again.
          data-new={name === 'id' ? true : undefined}
        />
      ))}
      <HeldField held={state.held} />
      <DeskLive
        address={fields.stream}
        me={fields.me}
        version={begun.version}
        isChanged={isChanged}
      />
      {clash && <ClashPanel {...{ clash, base, segments, language, state }} />}
      <div ref={place}>
        <DeskPanes {...{ desk, state, language, answeredAt }} start={fields.start} />
      </div>
      <div className="no-print sticky bottom-0 z-10 mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line-strong bg-paper py-3">
        <SubmitButton name="act" value="save" tone="quiet">
          {t('save')}
        </SubmitButton>
        <SubmitButton name="act" value="check">
          {t('saveAndCheck')}
        </SubmitButton>
        <span role="status" className="text-sm">
          {open > 0 ? t('undecided', { count: open }) : t('allDecided')}
          {isChanged && ` · ${t('unsaved')}`}
        </span>
      </div>
    </>
  )
}

/** All that is decided at the desk, by whichever means; the keeper hears of each change. */
function HeldField({ held }: { held: string }) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    field.current?.dispatchEvent(new Event('input', { bubbles: true }))
  }, [held])
  return <input ref={field} type="hidden" name={HELD} value={held} readOnly />
}

/** Asks before a page is left with decisions that were not kept. */
function useWarning(isChanged: boolean): void {
  useEffect(() => {
    if (!isChanged) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isChanged])
}
