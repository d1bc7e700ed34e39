import type { BarAct, BarFile, BarTexts } from './bar-act'

export type MenuProps = {
  acts: readonly BarAct[]
  /** The number of acts beside the menu if there is room. */
  beside: number
  files: readonly BarFile[]
  ofHead: readonly string[]
  texts: BarTexts
  onAsk: (name: string) => void
}

/** The class of an act that stands in the menu only if the bar has no room for it. */
export const narrow = (index: number, beside: number) => (index < beside ? ' md:hidden' : '')

/** The acts that others of the delegation can do, for people who cannot. */
export function OfHead({
  ofHead,
  others,
  beside,
}: {
  ofHead: readonly string[]
  others: string
  /** Whether all acts stand beside the menu if there is room. */
  beside: boolean
}) {
  if (ofHead.length === 0) return null
  return (
    <div className={`menu-line px-3 pb-1 pt-2 text-xs text-quiet${beside ? ' md:border-t-0' : ''}`}>
      <p>{others}</p>
      <ul className="mt-1 list-disc ps-4">
        {ofHead.map((label) => (
          <li key={label}>{label}</li>
        ))}
      </ul>
    </div>
  )
}
