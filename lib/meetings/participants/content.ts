import { z } from 'zod'
import { type EntityKind, entityKinds } from '@/lib/delegations/kinds'
import { inPrintedOrder } from '@/lib/meetings/attendance/marks'
import { translations } from '@/lib/messages'
import { type Accredited, printAccredited } from './lines'

const Person = z.strictObject({ honorific: z.string(), name: z.string(), title: z.string() })

const Content = z.strictObject({
  /** Whether the attendance was open at the issue: the list then names all who are registered. */
  isProvisional: z.boolean(),
  groups: z.array(
    z.strictObject({
      kind: z.enum(entityKinds),
      delegations: z.array(
        z.strictObject({
          name: z.string(),
          people: z.array(Person),
        }),
      ),
    }),
  ),
  /** With their affiliations as titles, in the order of their panels. Lists of earlier versions have none. */
  panellists: z.array(Person).default([]),
})

/** A list of participants: by kind, in UN English order, each delegation with its people; then the panellists. */
export type ParticipantContent = z.output<typeof Content>

/** The content of an issued list, from its JSON column. Throws a defect if the column has another shape. */
export const readParticipants = (stored: unknown): ParticipantContent => Content.parse(stored)

/** A delegation as the list may name it. */
export type ListedDelegation = {
  name: string
  kind: EntityKind
  sortKey: string
  /** Whether it was noted for the session or at a meeting of it. */
  attended: boolean
  /** As its credentials name them; empty: nobody entered them. */
  accredited: readonly Accredited[]
  /** Its members with an account here, the head first. */
  members: readonly { honorific: string; name: string }[]
}

/** All people that the list of a session may name. */
export type Listed = {
  /** Whether the attendance is still open. */
  isProvisional: boolean
  delegations: readonly ListedDelegation[]
  panellists: readonly Accredited[]
}

/**
 * The list of participants. While the attendance is open it is provisional and names every delegation; then it names those that
 * attended. People stand as the credentials name them, or else as they are registered here.
 */
export function participantsOf({
  delegations,
  panellists,
  isProvisional,
}: Listed): ParticipantContent {
  const listed = delegations
    .filter(({ attended }) => isProvisional || attended)
    .toSorted(inPrintedOrder)
  const groups = entityKinds.map((kind) => ({
    kind,
    delegations: listed
      .filter((delegation) => delegation.kind === kind)
      .map(({ name, accredited, members }) => ({
        name,
        people:
          accredited.length > 0
            ? accredited.map(({ honorific, name, title }) => ({ honorific, name, title }))
            : members.map(({ honorific, name }) => ({ honorific, name, title: '' })),
      })),
  }))
  return {
    isProvisional,
    groups: groups.filter((group) => group.delegations.length > 0),
    // A person may sit on several panels.
    panellists: [
      ...new Map(panellists.map((person) => [printAccredited(person), person])).values(),
    ],
  }
}

/** "Provisional list of participants", until the attendance is closed. */
export const participantsTitle = (isProvisional: boolean): string =>
  translations('participants')(isProvisional ? 'provisionalTitle' : 'title')

/** The list as plain lines, for its hash. */
export const participantsText = ({
  isProvisional,
  groups,
  panellists,
}: ParticipantContent): string =>
  [
    isProvisional ? 'provisional' : 'final',
    ...groups.flatMap(({ kind, delegations }) => [
      `= ${kind}`,
      ...delegations.flatMap(({ name, people }) => [`- ${name}`, ...people.map(printAccredited)]),
    ]),
    ...(panellists.length > 0 ? ['= panellists', ...panellists.map(printAccredited)] : []),
  ].join('\n')

/** The number of delegations and people that a list names, panellists among them. */
export function sizeOf({ groups, panellists }: ParticipantContent): {
  delegations: number
  people: number
} {
  const delegations = groups.flatMap((group) => group.delegations)
  return {
    delegations: delegations.length,
    people: delegations.reduce((sum, { people }) => sum + people.length, panellists.length),
  }
}
