'use client'

import { v4 as uuid } from 'uuid'
import { useCallback, useLayoutEffect, useRef, useState, useTransition } from 'react'
import { askFor } from '@/components/keeping/lost-answer'
import { usePendingAct } from '@/components/live/pending-acts'
import type { FormAction } from '@/components/ui/form'
import { focusLater, rowInFocus } from './source-rows'
import { changeTicks, type Ticks, untick } from './ticks'

/** The server actions of the desk that need no words. */
export type DeskActs = Record<'makeOf' | 'take' | 'place' | 'merge' | 'undo', FormAction>

/** An act at the desk; the ticked and the chosen items are added to it. */
export type Act =
  | { act: 'makeOf'; headingId?: string; before?: string; also?: string }
  | { act: 'take'; id?: string; also?: string }
  | { act: 'place'; id: string; headingId: string; before: string }
  | { act: 'merge'; id: string; otherId: string }
  | { act: 'undo'; id: string }

/** The fields by which a person confirms the server's questions. */
const CONFIRMED = ['strengthConfirmed', 'withdrawnConfirmed'] as const

/** An act that the server answered with a question. */
type Asked = {
  text: string
  kind: Act['act']
  form: FormData
  question: (typeof CONFIRMED)[number]
}

export type Answer = { text: string; refused: boolean }

export type Desk = {
  pending: boolean
  /** The answer of the last act. */
  answer: Answer | null
  say: (answer: Answer | null) => void
  /** A question that must be answered first, and both answers. */
  question: { text: string; join: () => void; leave: () => void } | null
  play: (act: Act) => void
}

/** Sends acts one after the other and keeps the answers. `play` stays the same function. */
export function useDeskActs(
  slug: string,
  acts: DeskActs,
  ticks: Ticks,
  missing: { ticked: string; chosen: string },
): Desk {
  const [pending, startTransition] = useTransition()
  usePendingAct(pending)
  const [answer, say] = useState<Answer | null>(null)
  const [confirmation, setConfirmation] = useState<Asked | null>(null)

  const latest = useRef({ acts, ticks, missing })
  useLayoutEffect(() => {
    latest.current = { acts, ticks, missing }
  })

  const send = useCallback(
    (kind: Act['act'], form: FormData) => {
      setConfirmation(null)
      startTransition(async () => {
        const state = await askFor(latest.current.acts[kind], form)
        const question =
          state.status === 'refused' && CONFIRMED.find((field) => state.fields[field])
        if (question) {
          setConfirmation({ text: state.message, kind, form, question })
          say(null)
        } else if (state.status !== 'idle')
          say({ text: state.message ?? '', refused: state.status === 'refused' })
        if (state.status === 'done') forget(slug, kind, form)
      })
    },
    [slug],
  )
  const play = useCallback(
    (act: Act) => {
      const { ticks: now, missing: sentences } = latest.current
      const form = formOf(slug, act, now)
      const lacks = form.get('id') === '' ? 'chosen' : form.get('itemIds') === '' ? 'ticked' : null
      if (lacks) say({ text: sentences[lacks], refused: true })
      else {
        focusLater(rowInFocus())
        send(act.act, form)
      }
    },
    [send, slug],
  )
  return {
    pending,
    answer,
    say,
    question: confirmation && {
      text: confirmation.text,
      join: () => {
        confirmation.form.set(confirmation.question, 'on')
        send(confirmation.kind, confirmation.form)
      },
      leave: () => setConfirmation(null),
    },
    play,
  }
}

/** Removes the ticks that an act used, and the choice of an item that is merged away. */
function forget(slug: string, kind: Act['act'], form: FormData): void {
  const ids = valueOf(form, 'itemIds').split(',')
  if (kind === 'makeOf' || kind === 'take') untick(slug, ids)
  if (kind === 'merge')
    changeTicks(slug, ({ chosen }) => (chosen?.id === form.get('otherId') ? { chosen: null } : {}))
}

const valueOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** The ids that an act takes: the ticked items; if there are none, the item of the focused row. */
export function idsOfAct(ticks: Ticks): string[] {
  const ids = ticks.ticked.map(({ id }) => id)
  const focused = rowInFocus()?.id
  return ids.length === 0 && focused ? [focused] : ids
}

function formOf(slug: string, act: Act, ticks: Ticks): FormData {
  const form = new FormData()
  form.set('slug', slug)
  for (const [name, value] of Object.entries(act))
    if (name !== 'act' && name !== 'also') form.set(name, value)
  if (act.act !== 'makeOf' && act.act !== 'take') return form
  const ticked = idsOfAct(ticks)
  // A carried item takes the ticked ones along if it is ticked itself; else it goes alone.
  const { also } = act
  const ids = !also || ticked.includes(also) ? ticked : [also]
  form.set('itemIds', (also ? [also, ...ids.filter((id) => id !== also)] : ids).join(','))
  if (act.act === 'take') form.set('id', act.id ?? ticks.chosen?.id ?? '')
  else {
    form.set('id', uuid())
    if (!act.headingId && ticks.chosen) form.set('headingId', ticks.chosen.headingId)
  }
  return form
}
