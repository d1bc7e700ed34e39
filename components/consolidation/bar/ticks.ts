'use client'

import { useSyncExternalStore } from 'react'
import { DESK_FORM } from './desk-form'

/** A preliminary item that was ticked, with the name by which a person knows it again. */
export type Ticked = { id: string; label: string }
/** The item of the list that was chosen: acts take the ticked into it, or give it other words. */
type Chosen = { id: string; headingId: string; number: string; label: string }

/** The open panel beside the list: a new item from these sources, an item of the list, or an outcome. */
export type OpenPanel =
  | { kind: 'word'; ids: readonly string[] }
  | { kind: 'reword'; id: string }
  | { kind: 'aside'; ids: readonly string[] }

/** A person's ticks, choice and open panel at a desk, on any page and after any search. */
export type Ticks = {
  ticked: readonly Ticked[]
  chosen: Chosen | null
  panel: OpenPanel | null
}

export const NOTHING: Ticks = { ticked: [], chosen: null, panel: null }

/** The maximum of items of one act (`MOST_OF_ACT` of the queries). */
const MOST = 500

const current = new Map<string, Ticks>()
const listeners = new Set<() => void>()

const keyOf = (slug: string) => `stocktake:desk:${slug}:ticks`

/** Under this key the tab remembers under which heading the last item was made. */
export const lastHeadingKey = (slug: string) => `stocktake:desk:${slug}:heading`

/** This browser tab's ticks; read from its storage once. */
function ticksOf(slug: string): Ticks {
  const cached = current.get(slug)
  if (cached) return cached
  const stored = readStored(keyOf(slug))
  const ticks = { ...NOTHING, ...(stored as Partial<Ticks> | null) }
  current.set(slug, ticks)
  return ticks
}

export function changeTicks(slug: string, change: (before: Ticks) => Partial<Ticks>): void {
  const before = ticksOf(slug)
  const ticks = { ...before, ...change(before) }
  current.set(slug, ticks)
  writeStored(keyOf(slug), ticks)
  for (const notify of listeners) notify()
}

/** Ticks items beside those that are ticked. */
export const tick = (slug: string, items: readonly Ticked[]): void =>
  changeTicks(slug, ({ ticked }) => {
    const tickedIds = new Set(ticked.map(({ id }) => id))
    return { ticked: [...ticked, ...items.filter(({ id }) => !tickedIds.has(id))].slice(0, MOST) }
  })

export const untick = (slug: string, ids: readonly string[]): void =>
  changeTicks(slug, ({ ticked }) => ({ ticked: ticked.filter(({ id }) => !ids.includes(id)) }))

function subscribe(notify: () => void) {
  listeners.add(notify)
  return () => listeners.delete(notify)
}

export const useTicks = (slug: string): Ticks =>
  useSyncExternalStore(
    subscribe,
    () => ticksOf(slug),
    () => NOTHING,
  )

/** A value of this tab's storage; null if there is none, or the browser stores nothing. */
export function readStored(key: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null')
  } catch {
    return null
  }
}

export function writeStored(key: string, value: unknown): void {
  try {
    if (value === null) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, JSON.stringify(value))
  } catch {
    // The tab still knows it until it is closed.
  }
}

const inputs = (name: string) => [
  ...document.querySelectorAll<HTMLInputElement>(`input[name=${name}][form=${DESK_FORM}]`),
]

const tickedOf = ({ value, dataset }: HTMLInputElement): Ticked => ({
  id: value,
  label: dataset.label ?? '',
})
const chosenOf = ({ value, dataset }: HTMLInputElement): Chosen => ({
  id: value,
  headingId: dataset.heading ?? '',
  number: dataset.number ?? '',
  label: dataset.label ?? '',
})

/** Reads the ticks made before hydration. */
export function readTicks(slug: string): void {
  const boxes = inputs('items').filter(({ checked }) => checked)
  const into = inputs('into').find(({ checked }) => checked)
  if (boxes.length > 0) tick(slug, boxes.map(tickedOf))
  if (into) changeTicks(slug, () => ({ chosen: chosenOf(into) }))
}

/** Notes a change of one box, or of the chosen item. */
export function noteTick(slug: string, input: HTMLInputElement): void {
  if (input.name === 'into') changeTicks(slug, () => ({ chosen: chosenOf(input) }))
  else if (input.checked) tick(slug, [tickedOf(input)])
  else untick(slug, [input.value])
}

/** Sets the boxes of the page from the ticks, and gives the chosen item its present number. */
export function drawTicks(slug: string): void {
  const { ticked, chosen } = ticksOf(slug)
  const ids = new Set(ticked.map(({ id }) => id))
  for (const box of inputs('items')) box.checked = ids.has(box.value)
  for (const radio of inputs('into')) {
    radio.checked = radio.value === chosen?.id
    if (radio.checked && radio.dataset.number !== chosen?.number)
      changeTicks(slug, () => ({ chosen: chosenOf(radio) }))
  }
}
