import { translations } from '@/lib/messages'

/** The State of a proposal and the one that took it over: "Arvenia, taken over by Corvina". */
export const authorAndTaker = ({
  delegationName,
  takenOverBy,
}: {
  delegationName: string
  takenOverBy: string | null
}): string =>
  takenOverBy === null
    ? delegationName
    : `${delegationName}, ${translations('proposals.list')('takenOverBy', { name: takenOverBy })}`
