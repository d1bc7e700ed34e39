import type { IconNode } from 'lucide'

type Props = { of: IconNode; size: number; strokeWidth?: number; className?: string }

/** A sign beside words that say the same. Plain SVG: Lucide's own component for React would bring a script to each page. */
export const Icon = ({ of: shapes, size, strokeWidth = 2, className }: Props) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth={strokeWidth}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden
    className={className}
  >
    {shapes.map(([Shape, attributes], index) => (
      <Shape key={index} {...attributes} />
    ))}
  </svg>
)
