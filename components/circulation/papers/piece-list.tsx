import type { PaperView, PieceView } from '@/lib/circulation/papers/queries'
import type { Showing } from '@/lib/circulation/papers/shown'
import type { PieceActs } from './acts'
import { PieceCard } from './piece-card'
import { PieceForm } from './piece-form'

/** Pieces of a paper in their order; the form of one of them may be open. */
export function PieceList({
  title,
  hint,
  pieces,
  paper,
  acts,
  show,
  opened,
  open,
}: {
  title: string
  hint?: string
  pieces: readonly PieceView[]
  paper: PaperView
  acts: PieceActs
  show: Showing
  opened: string | undefined
  /** The address at which the form of a piece is open. */
  open: (piece: string) => string
}) {
  if (pieces.length === 0) return null
  return (
    <section className="mt-10">
      <h2 className="font-serif text-xl font-semibold">{title}</h2>
      {hint && <p className="mt-1 max-w-prose text-quiet">{hint}</p>}
      <ol className="mt-4 divide-y divide-rule border-y border-rule">
        {pieces.map((piece) => (
          <li key={piece.id} id={`piece-${piece.id}`} className="scroll-mt-24 py-4">
            <PieceCard
              piece={piece}
              paper={paper}
              acts={acts}
              isOpen={opened === piece.id}
              open={open(piece.id)}
            />
            {opened === piece.id && paper.decides && !piece.isWritten && (
              <PieceForm piece={piece} paper={paper} acts={acts} show={show} />
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
