import type { Actor, SignedIn } from '@/lib/delegations/actor'
import type { EntityKind, OfficeKind } from '@/lib/delegations/kinds'
import type { Desk, DeskSession } from '@/lib/desk/desk-view'
import type { DeskAmendment, DeskComment, DeskDraft, DeskProposal } from '@/lib/desk/facts'

/** Midday in Vienna on the tenth of November. */
export const NOW = new Date('2026-11-10T11:00:00Z')

/** A period that is open until a day of November at midday. */
export const until = (day: number) => ({
  until: new Date(Date.UTC(2026, 10, day, 11)),
  hoursLeft: (day - 10) * 24,
})
/** An hour of the ninth of November, when most things happened. */
export const at = (hour: number) => new Date(Date.UTC(2026, 10, 9, hour))

export const session = (given: Partial<DeskSession> = {}): DeskSession => ({
  id: 'sixth',
  slug: 'sixth',
  ordinal: 6,
  eventWord: 'session',
  title: '',
  kind: 'topical',
  startsOn: new Date('2026-12-01'),
  endsOn: new Date('2026-12-03'),
  place: 'Vienna',
  observersMayPropose: false,
  stakeholdersMayComment: true,
  submission: null,
  comments: null,
  submissionOpened: true,
  ended: [],
  listIssued: false,
  agendaItems: 2,
  proposals: 0,
  unplaced: 0,
  delegations: 2,
  meetings: 6,
  circulated: true,
  vacant: [],
  stockTaking: null,
  powers: null,
  ...given,
})

export const desk = (given: Partial<Desk> = {}): Desk => ({
  now: NOW,
  sessions: [session()],
  drafts: [],
  proposals: [],
  circulations: [],
  changes: [],
  responses: [],
  replies: [],
  silences: [],
  corrigenda: [],
  reportCorrigenda: [],
  failedMail: null,
  marks: new Map(),
  ...given,
})

/** A delegate of Arvenia. */
export const delegate = (maySubmit: boolean, entityKind: EntityKind = 'memberState') =>
  ({
    personId: 'amara',
    name: 'Amara Voss',
    offices: [],
    memberships: [
      {
        representativeId: 'r',
        delegationId: 'arvenia',
        sessionId: 'sixth',
        delegationName: 'Arvenia',
        delegationState: 'registered',
        entityId: 'state',
        entityKind,
        role: 'head',
        maySubmit,
      },
    ],
  }) satisfies SignedIn

export const officer = (kind: OfficeKind): Actor => ({
  personId: 'o',
  name: 'O',
  memberships: [],
  offices: [{ kind, sessionId: null }],
})

export const draft = (given: Partial<DeskDraft> = {}): DeskDraft => ({
  id: 'draft',
  kind: 'proposal',
  sessionId: 'sixth',
  delegationId: 'arvenia',
  proposal: null,
  writer: { id: 'ben', name: 'Ben Oru' },
  askedBy: null,
  updatedAt: at(9),
  words: 'Member States should',
  ...given,
})

/** A proposal of Belmara, submitted at nine, that nobody has read. */
export const proposal = (given: Partial<DeskProposal> = {}): DeskProposal => ({
  id: 'p',
  sessionId: 'sixth',
  session: { slug: 'sixth', ordinal: 6, eventWord: 'session' },
  number: 7,
  currentNumber: 1,
  delegationId: 'belmara',
  name: 'Belmara',
  submittedAt: at(9),
  revisedAt: at(9),
  withdrawnAt: null,
  takenOver: null,
  listIssued: false,
  coSponsors: [],
  amendments: [],
  comments: [],
  visit: null,
  followedAt: null,
  widelyFollowedAt: null,
  ...given,
})

export const amendment = (given: Partial<DeskAmendment> = {}): DeskAmendment => ({
  number: 1,
  delegationId: 'corvina',
  name: 'Corvina',
  at: at(10),
  withdrawnAt: null,
  isOfText: true,
  amends: null,
  declined: null,
  coSponsors: [],
  decisions: [],
  answers: [],
  ...given,
})

export const comment = (given: Partial<DeskComment> = {}): DeskComment => ({
  id: 'c',
  delegationId: 'corvina',
  name: 'Corvina',
  isQuestion: false,
  parentId: null,
  at: at(10),
  ...given,
})
