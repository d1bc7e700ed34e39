import type { CommentCategory, CommentPosition } from '@/lib/comments/kinds'
import type { CastDelegationKey } from '@/lib/demonstration/cast'

/** The covering letter, with its merge fields. */
export const LETTER = `Dear {contact},

The Secretariat sends the preliminary conclusions and recommendations of the fourth and fifth sessions ({lists}) to all Member States, observers and other stakeholders.

{name} is asked to comment until {deadline} ({deadlineUtc} UTC). Comments are posted online when they are released, and each gets a response before the lists are consolidated.

Read and comment here: {address}`

/** An item of a circulated list: its session and the number of its proposal. */
type OnItem = readonly [session: 4 | 5, number: number]

/** A comment of a delegation; `change` suggests other words for words of the item. */
export type InventedComment = {
  by: CastDelegationKey
  /** Days from the opening to its release; none while it is in hand. */
  day?: number
  on?: OnItem
  category: CommentCategory
  position: CommentPosition
  language?: string
  text?: string
  change?: readonly [words: string, others: string]
  end?: 'replaced' | 'withdrawn'
}

/**
 * The comments of the delegations on the circulated lists; of two on one item by one delegation the later replaces the
 * earlier.
 */
export const inventedComments: readonly InventedComment[] = [
  { by: 'arvenia', day: 3, on: [4, 1], category: 'general', position: 'supports' },
  {
    by: 'arvenia',
    day: 3,
    on: [4, 6],
    category: 'substantive',
    position: 'supportsWithChange',
    text: 'The change says whose knowledge is meant. A service is sold to many kinds of buyers.',
    change: ['persons without technical knowledge', 'persons who could not commit them alone'],
  },
  {
    by: 'estavia',
    day: 2,
    on: [4, 6],
    category: 'general',
    position: 'supports',
    text: 'We support this item as it stands.',
    end: 'replaced',
  },
  {
    by: 'estavia',
    day: 6,
    on: [4, 6],
    category: 'substantive',
    position: 'supportsWithChange',
    text: 'Courts asked us which help is meant. We suggest a shorter end.',
    change: [
      ', in particular where services for committing offences are sold to persons without technical knowledge',
      ', also where it is sold as a service',
    ],
  },
  {
    by: 'doranta',
    day: 5,
    on: [4, 3],
    category: 'substantive',
    position: 'question',
    text: 'Does “shared across borders” mean the definitions of an existing instrument, or new ones?',
  },
  {
    by: 'ilmara',
    day: 7,
    on: [5, 3],
    category: 'substantive',
    position: 'reserves',
    text: 'An answer at any hour is beyond the means of a small authority. We could agree to “at short notice”.',
  },
  {
    by: 'belmara',
    day: 7,
    on: [5, 1],
    category: 'substantive',
    position: 'supportsWithChange',
    text: 'Defence lawyers take part in such training in our country, and it serves the trial.',
    change: ['prosecutors and judges', 'prosecutors, judges and defence lawyers'],
  },
  {
    by: 'corvina',
    day: 4,
    on: [5, 9],
    category: 'technical',
    position: 'doesNotSupport',
    text: 'The last condition is not needed.',
    end: 'withdrawn',
  },
  {
    by: 'lumeria',
    day: 8,
    on: [5, 9],
    category: 'editorial',
    position: 'none',
    text: 'It should be clear that the rights of the defence are those of the State of the court.',
  },
  {
    by: 'organisation',
    day: 8,
    on: [5, 8],
    category: 'technical',
    position: 'none',
    text: 'Such a form exists in our member States. We can share it with the Secretariat.',
  },
  {
    by: 'stakeholder',
    day: 9,
    category: 'general',
    position: 'none',
    text: 'We welcome that the lists are open to stakeholders. Each item should say how its use will be reviewed.',
  },
  {
    by: 'arvenia',
    on: [5, 7],
    category: 'substantive',
    position: 'none',
    text: 'The capital asks what a shared laboratory would cost. To be discussed before we release this.',
  },
  {
    by: 'ghadira',
    on: [4, 5],
    category: 'substantive',
    position: 'supports',
    text: 'Ready to be released by the head of delegation.',
  },
]
