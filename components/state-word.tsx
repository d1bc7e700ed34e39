const shapes = {
  open: '●',
  waiting: '◐',
  done: '✓',
  ended: '–',
  none: '○',
} as const

/** A state as a word with a shape: readable in print and without colour. */
export function StateWord({ shape, children }: { shape: keyof typeof shapes; children: string }) {
  const tone = shape === 'open' ? 'text-accent' : shape === 'ended' ? 'text-quiet' : 'text-ink'
  return (
    <span className={`inline-flex items-baseline gap-1.5 whitespace-nowrap text-sm ${tone}`}>
      <span aria-hidden className="inline-block w-3 text-center">
        {shapes[shape]}
      </span>
      {children}
    </span>
  )
}
