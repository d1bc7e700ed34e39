import { html, type Markup } from '@/lib/html/safe-html'

const shapes = {
  open: '●',
  waiting: '◐',
  done: '✓',
  ended: '–',
  none: '○',
} as const
export type Shape = keyof typeof shapes

/** A state as a word with a shape: readable in print and without colour. */
export const StateWord = ({ shape, children }: { shape: Shape; children: string }) => (
  <span className={look(shape)} dangerouslySetInnerHTML={{ __html: inner(shape, children).text }} />
)

/** The same in letters, for markup. */
export const stateWord = (shape: Shape, word: string): Markup =>
  html`<span class="${look(shape)}">${inner(shape, word)}</span>`

const look = (shape: Shape): string =>
  `state-word ${shape === 'open' ? 'text-accent' : shape === 'ended' ? 'text-quiet' : 'text-ink'}`

const inner = (shape: Shape, word: string): Markup =>
  html`<i aria-hidden="true">${shapes[shape]}</i>${word}`
