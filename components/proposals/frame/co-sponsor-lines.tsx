import { coSponsorSentences } from '@/lib/proposals/co-sponsors'

/** The co-sponsors, each named for the revision to which it agreed. */
export const CoSponsorLines = ({
  coSponsors,
  currentNumber,
}: {
  coSponsors: readonly { name: string; revision: number }[]
  currentNumber: number
}) =>
  coSponsorSentences(coSponsors, currentNumber).map((sentence) => <p key={sentence}>{sentence}</p>)
