import { z } from 'zod'
import {
  type LetterKind,
  type LetterTiming,
  letterKinds,
  letterTimings,
} from '@/lib/delegations/letters/timing'

const timing = z.enum(letterTimings)

/** For each kind of letter, the time at which the person gets it. */
export const ChooseLetters = z.object(
  Object.fromEntries(letterKinds.map((kind) => [kind, timing])) as Record<
    LetterKind,
    typeof timing
  >,
)
export type ChooseLetters = Record<LetterKind, LetterTiming>

/** A mail that an act is about. */
export const OneMail = z.object({ mailId: z.uuid() })
export type OneMail = z.output<typeof OneMail>
