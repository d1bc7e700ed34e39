import type { FormAction } from '@/components/ui/form'

/** An act of the bar: a link, a form that is sent at once, or a sheet that asks before it. */
export type BarAct = {
  name: string
  label: string
} & (
  | { kind: 'link'; href: string }
  | { kind: 'form'; action: FormAction; values: Record<string, string | number> }
  /** `href` leads to the page that asks the same, without script. */
  | { kind: 'sheet'; href: string; sheet: SheetQuestion }
)

/** The question of a sheet before an act of a State. */
type SheetQuestion = {
  title: string
  /** The content to be shown, and its readers. */
  means: string
  button: string
  action: FormAction
  values: Record<string, string | number>
  alarm?: boolean
}

/** A file of the proposal, in the menu of the bar. */
export type BarFile = { label: string; href: string }

/** The words of the bar itself. */
export type BarTexts = {
  label: string
  more: string
  files: string
  copy: string
  copied: string
  print: string
  cancel: string
  /** The acts that only others of the delegation can do; empty if there are none. */
  others: string
}

/** The id of the form that a button of the bar or its menu sends. */
export const formOf = (name: string): string => `act-${name}`
