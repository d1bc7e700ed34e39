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
  <span className={`state-word ${COLOURS[shape] ?? 'text-ink'}`}>
    <i aria-hidden>{shapes[shape]}</i>
    {children}
  </span>
)

const COLOURS: Partial<Record<Shape, string>> = { open: 'text-accent', ended: 'text-quiet' }
