import type { ComparedPart } from '@/lib/proposals/comparison'
import type { ProposalKind } from '@/lib/proposals/kinds'
import type { StatusKind } from '@/lib/consolidation/kinds'

/** The item before the room, as everybody sees it: nothing that one delegation alone may know. */
export type ScreenView = {
  id: string
  heading: string
  /** Its number, as the paper prints it. */
  paragraph: number
  letter: string
  /** The how-manyth item of the list it is, and of how many. */
  place: number
  of: number
  kind: ProposalKind
  language: string
  status: StatusKind
  adopted: boolean
  /** The wording, marked with the changes being typed. */
  paragraphs: ComparedPart[][]
}
