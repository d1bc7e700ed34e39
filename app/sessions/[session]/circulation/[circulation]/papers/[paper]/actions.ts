'use server'

import { z } from 'zod'
import { acceptLate, releaseComments } from '@/lib/circulation/comments/commands'
import { SeveralDrafts } from '@/lib/circulation/comments/schema'
import {
  acceptPieces,
  confirmPaper,
  cutPiece,
  decidePiece,
  discardPaper,
  dismissPiece,
  givePiece,
  joinWithNext,
  type PaperPlace,
  reopenPiece,
  setPaperGroup,
} from '@/lib/circulation/papers/commands'
import {
  AcceptPieces,
  DecidePiece,
  GivePiece,
  OnePaper,
  OnePiece,
  PaperOfGroup,
  SplitPiece,
} from '@/lib/circulation/papers/schema'
import { showings, type Showing } from '@/lib/circulation/papers/shown'
import { formAction } from '@/lib/http/action'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'

/** The filter of the pieces on the page, so that it shows the same ones after an act. */
const Shown = { show: z.enum(showings).default('all') }

/** Back to the piece on the page of the paper, its form closed. */
const toPiece = (
  { slug, circulationId, id }: PaperPlace,
  { pieceId, show }: { pieceId: string; show: Showing },
) => {
  const query = `?at=${pieceId}${show === 'all' ? '' : `&show=${show}`}`
  return { goTo: paths.paper(slug, circulationId, id, `${query}#piece-${pieceId}`) }
}

export const decide = formAction(DecidePiece.extend(Shown), async (actor, input) =>
  toPiece(await decidePiece(actor, input), input),
)

export const accept = formAction(DecidePiece, async (actor, input) => {
  await decidePiece(actor, input)
})

export const dismiss = formAction(OnePiece, async (actor, input) => {
  await dismissPiece(actor, input)
})

export const reopen = formAction(OnePiece, async (actor, input) => {
  await reopenPiece(actor, input)
})

export const give = formAction(GivePiece.extend(Shown), async (actor, input) =>
  toPiece(await givePiece(actor, input), input),
)

export const group = formAction(PaperOfGroup, async (actor, input) => {
  await setPaperGroup(actor, input)
  return { message: translations('papers')('paperGroupSet') }
})

export const join = formAction(OnePiece.extend(Shown), async (actor, input) =>
  toPiece(await joinWithNext(actor, input), input),
)

export const cut = formAction(SplitPiece.extend(Shown), async (actor, input) =>
  toPiece(await cutPiece(actor, input), input),
)

export const acceptSeveral = formAction(AcceptPieces, async (actor, input) => {
  await acceptPieces(actor, input)
})

export const confirm = formAction(OnePaper, async (actor, input) => {
  const { draftIds } = await confirmPaper(actor, input)
  return { message: translations('papers')('confirmed', { count: draftIds.length }) }
})

export const release = formAction(SeveralDrafts, async (actor, input) => {
  const { count } = await releaseComments(actor, input)
  return { message: translations('papers')('released', { count }) }
})

/** The Secretariat accepts comments after the deadline, marked as late. */
export const acceptAsLate = formAction(SeveralDrafts, async (actor, input) => {
  const { count } = await acceptLate(actor, input)
  return { message: translations('papers')('released', { count }) }
})

export const discard = formAction(OnePaper, async (actor, input) => {
  const { slug, circulationId } = await discardPaper(actor, input)
  const message = translations('papers')('discardedNow')
  return { goTo: paths.papers(slug, circulationId), message }
})
