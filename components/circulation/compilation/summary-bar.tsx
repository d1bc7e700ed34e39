import type { CommentPosition } from '@/lib/comments/kinds'
import type { Summary } from '@/lib/circulation/compilation/summary'
import { translations } from '@/lib/messages'

// From support to none; the words beside the bar say which is which.
const fills: [CommentPosition, band: string, key: string][] = [
  ['supports', 'fill-accent', 'bg-accent'],
  ['supportsWithChange', 'fill-accent/60', 'bg-accent/60'],
  ['reserves', 'fill-line-strong/50', 'bg-line-strong/50'],
  ['doesNotSupport', 'fill-alarm/80', 'bg-alarm/80'],
  ['question', 'fill-line-strong', 'bg-line-strong'],
  ['none', 'fill-line', 'bg-line'],
]

/** The positions of the room, drawn and in words. `address` leads to the comments of one position. */
export function SummaryBar({
  summary,
  address,
  isShort = false,
}: {
  summary: Summary
  address?: ((position: CommentPosition) => string) | undefined
  /** Only the bar and the words, in small. */
  isShort?: boolean
}) {
  const t = translations('compilation')
  const tc = translations('comments')
  const { positions, total } = summary
  if (total === 0) return null
  const parts = fills.filter(([position]) => positions[position] > 0)
  const before = (index: number) =>
    parts.slice(0, index).reduce((sum, [position]) => sum + positions[position], 0)
  return (
    <div>
      <svg
        aria-hidden
        viewBox={`0 0 ${total} 1`}
        preserveAspectRatio="none"
        className={`block w-full rounded-sm border border-line-strong ${isShort ? 'h-1.5' : 'h-3'}`}
      >
        {parts.map(([position, band], index) => (
          <rect
            key={position}
            x={before(index)}
            width={positions[position]}
            height={1}
            className={band}
          />
        ))}
      </svg>
      <ul className={`mt-1.5 flex flex-wrap gap-x-5 gap-y-0.5 ${isShort ? 'text-xs' : 'text-sm'}`}>
        {parts.map(([position, , key]) => {
          const label = t('positionCount', {
            position: tc(`positions.${position}`),
            count: positions[position],
          })
          return (
            <li key={position} className="flex items-center gap-1.5">
              <span aria-hidden className={`inline-block size-2.5 rounded-sm ${key}`} />
              {address ? <a href={address(position)}>{label}</a> : <span>{label}</span>}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** The meaning of the figures. */
export const SummaryNote = () => (
  <p className="mt-2 text-sm text-quiet">{translations('compilation')('informationOnly')}</p>
)
