'use client'

import { v4 as uuid } from 'uuid'
import { useCallback, useEffect, useRef, useState, useTransition } from 'react'
import { askFor } from '@/components/keeping/lost-answer'
import { usePendingAct } from '@/components/live/pending-acts'
import type { FormAction } from '@/components/ui/form'
import { DESK_FORM } from './desk-form'

/** The server actions of the desk. */
export type DeskActs = Record<'makeOf' | 'take' | 'place' | 'merge' | 'undo', FormAction>

/** An act at the desk; what is ticked and what is chosen there is added to it. */
export type Act =
  | { act: 'makeOf'; headingId?: string; before?: string; also?: string }
  | { act: 'take'; id?: string; also?: string }
  | { act: 'place'; id: string; headingId: string; before: string }
  | { act: 'merge'; id: string; otherId: string }
  | { act: 'undo'; id: string }

/** The fields by which a person confirms what the server asks. */
const CONFIRMED = ['strengthConfirmed', 'withdrawnConfirmed'] as const

/** An act that the server answered with a question. */
type Asked = {
  text: string
  kind: Act['act']
  form: FormData
  question: (typeof CONFIRMED)[number]
}

export type Desk = {
  pending: boolean
  /** What the last act answered. */
  said: { text: string; refused: boolean } | null
  /** A question that must be answered first, and both answers. */
  question: { text: string; join: () => void; leave: () => void } | null
  play: (act: Act) => void
}

/** Sends acts one after the other and keeps what was answered. `play` stays the same function. */
export function useDeskActs(slug: string, acts: DeskActs, chooseFirst: string): Desk {
  const [pending, startTransition] = useTransition()
  usePendingAct(pending)
  const [said, setSaid] = useState<Desk['said']>(null)
  const [asked, setAsked] = useState<Asked | null>(null)

  const latest = useRef(acts)
  useEffect(() => {
    latest.current = acts
  }, [acts])

  const send = useCallback((kind: Act['act'], form: FormData) => {
    setAsked(null)
    startTransition(async () => {
      const answer = await askFor(latest.current[kind], form)
      const question =
        answer.status === 'refused' && CONFIRMED.find((field) => answer.fields[field])
      if (question) {
        setAsked({ text: answer.message, kind, form, question })
        setSaid(null)
      } else if (answer.status !== 'idle')
        setSaid({ text: answer.message ?? '', refused: answer.status === 'refused' })
      if (answer.status === 'done' && (kind === 'makeOf' || kind === 'take')) untick()
    })
  }, [])
  const play = useCallback(
    (act: Act) => {
      const form = formOf(slug, act)
      if (form.get('id')) send(act.act, form)
      else setSaid({ text: chooseFirst, refused: true })
    },
    [send, slug, chooseFirst],
  )
  return {
    pending,
    said,
    question: asked && {
      text: asked.text,
      join: () => {
        asked.form.set(asked.question, 'on')
        send(asked.kind, asked.form)
      },
      leave: () => setAsked(null),
    },
    play,
  }
}

const boxes = () =>
  [...document.querySelectorAll<HTMLInputElement>(`input[name=items][form=${DESK_FORM}]`)].filter(
    (box) => box.checked,
  )
const chosen = () =>
  document.querySelector<HTMLInputElement>(`input[name=into][form=${DESK_FORM}]:checked`)

function untick() {
  for (const box of boxes()) box.checked = false
}

function formOf(slug: string, act: Act): FormData {
  const form = new FormData()
  form.set('slug', slug)
  for (const [name, value] of Object.entries(act))
    if (name !== 'act' && name !== 'also') form.set(name, value)
  if (act.act !== 'makeOf' && act.act !== 'take') return form
  const ticked = boxes().map(({ value }) => value)
  // What is carried comes along with what is ticked, if it is ticked itself; else it goes alone.
  const also = act.also
  const itemIds = !also || ticked.includes(also) ? ticked : [also]
  form.set('itemIds', (also ? [also, ...itemIds.filter((id) => id !== also)] : itemIds).join(','))
  const into = chosen()
  if (act.act === 'take') form.set('id', act.id ?? into?.value ?? '')
  else {
    form.set('id', uuid())
    if (!act.headingId && into?.dataset.heading) form.set('headingId', into.dataset.heading)
  }
  return form
}
