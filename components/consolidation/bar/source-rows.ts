'use client'

// The rows of preliminary items on the page, as the keyboard walks through them.

const rows = () => [...document.querySelectorAll<HTMLElement>('li[id^=source-]')]

const boxOf = (row: HTMLElement | undefined) =>
  row?.querySelector<HTMLInputElement>('input[name=items]') ?? null

/** The row that has the focus, and its place among the rows. */
export function rowInFocus(): { id: string; at: number } | null {
  const row = document.activeElement?.closest<HTMLElement>('li[id^=source-]')
  if (!row) return null
  return { id: row.id.slice('source-'.length), at: rows().indexOf(row) }
}

/** Moves the focus to the next row, or to the one before. */
export function stepRows(by: 1 | -1): void {
  const rowList = rows()
  const at = rowInFocus()?.at ?? (by > 0 ? -1 : rowList.length)
  boxOf(rowList[Math.min(Math.max(at + by, 0), rowList.length - 1)])?.focus()
}

/** Ticks or unticks the row that has the focus. */
export function tickRow(): boolean {
  const at = rowInFocus()?.at
  const box = at === undefined ? null : boxOf(rows()[at])
  if (box && document.activeElement !== box) box.focus()
  box?.click()
  return box !== null
}

/** The row that gets the focus back at the re-render. */
let focusTarget: { id: string; at: number } | null = null

/** Remembers the place of a row that may leave the page by an act. */
export const focusLater = (row: { id: string; at: number } | null): void => {
  focusTarget = row
}

/** Gives the focus to the remembered row, or to the row in its place, if the page has lost the focus. */
export function restoreFocus(): void {
  const { activeElement } = document
  if (!focusTarget || (activeElement && activeElement !== document.body)) return
  const rowList = rows()
  const row =
    rowList.find(({ id }) => id === `source-${focusTarget?.id}`) ??
    rowList[Math.min(focusTarget.at, rowList.length - 1)]
  boxOf(row)?.focus()
}
