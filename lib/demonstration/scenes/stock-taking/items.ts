import type { StatusKind, Taken } from '@/lib/consolidation/kinds'
import type { CastDelegationKey } from '@/lib/demonstration/cast'
import type { ProposalKind } from '@/lib/proposals/kinds'

/** An item of an earlier list, by its session and the number of its proposal: "4/1". */
export type SourceKey = `${4 | 5}/${number}`

/** A consolidated item of the demonstration. Words in [ ] are marked as not agreed. */
export type StockTakingItem = {
  kind: ProposalKind
  sources: readonly (SourceKey | { from: SourceKey; taken: Taken; words?: string })[]
  /** Its wordings, the first one without a reason. */
  wordings: readonly { text: string; reason?: string }[]
  /** The Chair's declarations about it, in order. */
  declared?: readonly { status: StatusKind; wording: number; reason?: string }[]
  objection?: { by: CastDelegationKey; wording: number; reason: string; words: string }
  supporters?: readonly CastDelegationKey[]
}

/** The headings of the consolidated list with their items, in its order: one in every status. */
export const stockTakingList: readonly { title: string; items: readonly StockTakingItem[] }[] = [
  {
    title: 'Legislation and criminalization',
    items: [
      {
        kind: 'recommendation',
        sources: ['4/1'],
        wordings: [
          {
            text: 'Member States should review their laws on cybercrime at regular intervals, so that definitions describe conduct and not particular devices or programs, and so that a change of technology alone does not open a gap in the law.',
          },
        ],
        declared: [
          { status: 'underDiscussion', wording: 1 },
          { status: 'agreed', wording: 1 },
        ],
        supporters: ['estavia', 'fenmark'],
      },
      {
        kind: 'recommendation',
        sources: ['4/2'],
        wordings: [
          {
            text: 'Member States should involve prosecutors, judges and investigators in the preparation of any law on cybercrime, so that the powers that it gives can be used in practice and are reviewed by an independent authority.',
          },
        ],
        declared: [
          {
            status: 'agreedAdReferendum',
            wording: 1,
            reason: 'One delegation awaits confirmation from its capital.',
          },
        ],
      },
      {
        kind: 'recommendation',
        sources: ['4/5', '4/6'],
        wordings: [
          {
            text: 'Member States should make unlawful access to computer systems an offence [whether or not harm was caused], with penalties in proportion to the gravity of the conduct, and should make sure that attempts [and help given to others] are covered.',
          },
        ],
        declared: [{ status: 'bracketed', wording: 1 }],
      },
    ],
  },
  {
    title: 'Investigation and training',
    items: [
      {
        kind: 'recommendation',
        sources: ['5/1', '5/2'],
        wordings: [
          {
            text: 'Member States should set up specialized units for the investigation of cybercrime and should train investigators and prosecutors together.',
          },
          {
            text: 'Member States should set up specialized units for the investigation of cybercrime, give them sufficient resources and equipment, and train investigators, prosecutors and judges together from the first day of an investigation.',
            reason: 'Takes up the resources that Ghadira asked for, and the judges.',
          },
        ],
        declared: [
          { status: 'underDiscussion', wording: 1 },
          { status: 'agreed', wording: 2 },
        ],
        supporters: ['arvenia', 'ghadira', 'ilmara'],
      },
      {
        kind: 'recommendation',
        sources: ['5/3', { from: '5/8', taken: 'idea' }],
        wordings: [
          {
            text: 'Each Member State should name a contact point that answers requests for the preservation of data within 24 hours, by a form on which all Member States agree, and should tell all others when that contact point changes.',
          },
        ],
        declared: [{ status: 'underDiscussion', wording: 1 }],
        objection: {
          by: 'corvina',
          wording: 1,
          reason:
            'A limit of 24 hours is beyond the means of a small administration. We could agree to a duty to answer without undue delay.',
          words:
            'Each Member State should name a contact point that answers requests for the preservation of data without undue delay, by a form on which all Member States agree, and should tell all others when that contact point changes.',
        },
        supporters: ['doranta', 'fenmark'],
      },
      {
        kind: 'recommendation',
        sources: ['5/4'],
        wordings: [
          {
            text: 'Member States should encourage law enforcement authorities and network service providers to set up lasting channels of contact, to agree on the form of requests to preserve data and on the time for an answer, and to exchange experience regularly.',
          },
        ],
      },
    ],
  },
  {
    title: 'Electronic evidence',
    items: [
      {
        kind: 'recommendation',
        sources: ['5/9'],
        wordings: [
          {
            text: 'Courts should be able to admit electronic evidence that was obtained in another State under that State’s law, provided that the rights of the defence are respected and that its integrity can be examined.',
          },
        ],
        declared: [
          { status: 'underDiscussion', wording: 1 },
          {
            status: 'noConsensus',
            wording: 1,
            reason: 'Several delegations hold that admission is a matter of national law.',
          },
        ],
      },
      {
        kind: 'recommendation',
        sources: ['5/6'],
        wordings: [
          {
            text: 'Member States should adopt rules on the chain of custody of electronic evidence that allow a court to examine who had access to it and whether it was altered.',
          },
        ],
      },
    ],
  },
]

/** The item set aside, and the State that disagrees with that. 4/3, 4/4 and 5/7 wait for an outcome; 5/10 was withdrawn. */
export const setAside = {
  source: '5/5',
  reason: 'Privacy is to be considered as a whole under the next mandate.',
  disagreement: {
    by: 'belmara',
    text: 'Clear rules on access to data are a condition of the other recommendations. We ask that this conclusion be considered at this session.',
  },
} as const satisfies {
  source: SourceKey
  reason: string
  disagreement: { by: CastDelegationKey; text: string }
}
