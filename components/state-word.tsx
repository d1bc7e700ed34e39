import { html, type Markup } from '@/lib/markup'

const shapes = {
  open: '●',
  waiting: '◐',
  done: '✓',
  ended: '–',
  none: '○',
} as const

type Shape = keyof typeof shapes

const LOOK = 'inline-flex items-baseline gap-1.5 whitespace-nowrap text-sm'

const toneOf = (shape: Shape): string =>
  shape === 'open' ? 'text-accent' : shape === 'ended' ? 'text-quiet' : 'text-ink'

/** A state as a word with a shape: readable in print and without colour. */
export function StateWord({ shape, children }: { shape: Shape; children: string }) {
  return (
    <span className={`${LOOK} ${toneOf(shape)}`}>
      <span aria-hidden className="inline-block w-3 text-center">
        {shapes[shape]}
      </span>
      {children}
    </span>
  )
}

/** The same in letters, for markup. */
export const stateWord = (shape: Shape, word: string): Markup =>
  html`<span class="${LOOK} ${toneOf(shape)}"><span aria-hidden="true" class="inline-block w-3 text-center">${shapes[shape]}</span>${word}</span>`
