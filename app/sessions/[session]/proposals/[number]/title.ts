import { titled } from '@/lib/http/access'
import { translations } from '@/lib/messages'
import { readNumber } from '@/lib/proposals/number'

/** The title of a page about a proposal: its kind and the number of the proposal. */
export const titledOfProposal = (kind: () => string) =>
  titled('participant', kind, async (_actor, { params }) => {
    const number = readNumber(params.number)
    return `${kind()} · ${translations('proposals.one')('title', { number })}`
  })
