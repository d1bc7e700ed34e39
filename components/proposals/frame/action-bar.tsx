'use client'

import { lazy, type MouseEvent, type ReactNode, Suspense, useState } from 'react'
import { Form, HiddenValues, SubmitButton } from '@/components/ui/form'
import { ActIcon } from './act-icon'
import { type BarAct, type BarFile, type BarTexts, formOf } from './bar-act'
import { MoreMenu } from './more-menu'

/** Comes when an act is first asked for. */
const AskedSheet = lazy(() => import('@/components/ui/asked-sheet'))

/**
 * The acts of this person on a proposal, in one line that stays in view: the first act as the primary button, the next
 * two beside it if there is room, the rest in a menu with the files.
 */
export function ActionBar({
  acts,
  files,
  ofHead,
  texts,
  parts,
}: {
  acts: readonly BarAct[]
  files: readonly BarFile[]
  /** The names of acts that only others of the delegation can do. */
  ofHead: readonly string[]
  texts: BarTexts
  /** The parts of the proposal, beside which the acts stand. */
  parts: ReactNode
}) {
  const [asked, setAsked] = useState<string | null>(null)
  const [first, ...rest] = acts
  const beside = besideOf(rest)
  const sheet = acts.find(({ name }) => name === asked)
  return (
    <>
      <div className="proposal-bar no-print">
        {parts}
        <div role="group" aria-label={texts.label} className="proposal-acts">
          {first && <ActButton act={first} onAsk={setAsked} className="button-main" />}
          {rest.slice(0, beside).map((act) => (
            <ActButton key={act.name} act={act} onAsk={setAsked} className="max-md:hidden" />
          ))}
          <MoreMenu
            acts={rest}
            beside={beside}
            files={files}
            ofHead={ofHead}
            texts={texts}
            onAsk={setAsked}
          />
        </div>
      </div>
      {acts.map(
        (act) =>
          act.kind === 'form' && (
            <Form key={act.name} id={formOf(act.name)} action={act.action} className="contents">
              <HiddenValues values={act.values} />
            </Form>
          ),
      )}
      {sheet?.kind === 'sheet' && (
        <Suspense fallback={null}>
          <AskedSheet
            title={sheet.sheet.title}
            means={sheet.sheet.means}
            cancel={texts.cancel}
            onClose={() => setAsked(null)}
          >
            {(cancel) => (
              <Form action={sheet.sheet.action} className="grid gap-4">
                <HiddenValues values={sheet.sheet.values} />
                <div className="flex flex-wrap gap-3">
                  <SubmitButton tone={sheet.sheet.alarm ? 'alarm' : 'main'}>
                    {sheet.sheet.button}
                  </SubmitButton>
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

/** The number of acts beside the first if there is room: at most two, and none that withdraws something. */
function besideOf(acts: readonly BarAct[]): number {
  const last = acts.findIndex(({ name }) => name === 'leave' || name === 'withdraw')
  return Math.min(2, last < 0 ? acts.length : last)
}

/** One act as a button or a link that looks like one. */
function ActButton({
  act,
  onAsk,
  className,
}: {
  act: BarAct
  onAsk: (name: string) => void
  className: string
}) {
  const content = (
    <>
      <ActIcon name={act.name} />
      {act.label}
    </>
  )
  if (act.kind === 'form')
    return (
      <button type="submit" form={formOf(act.name)} className={`button ${className}`}>
        {content}
      </button>
    )
  return (
    <a
      href={act.href}
      className={`button ${className}`}
      {...(act.kind === 'sheet' && { onClick: asking(() => onAsk(act.name)) })}
    >
      {content}
    </a>
  )
}

/** Asks in place; a press that would open another tab is left to the browser. */
export const asking = (ask: () => void) => (event: MouseEvent<HTMLElement>) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
  event.preventDefault()
  ask()
}
