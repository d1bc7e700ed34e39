import { AT, type BadRow, copy, remove, update } from './bad-row'

const WAITING = 'waiting request'
const DECIDED = 'decided request'
const another = { tokenHash: 'c'.repeat(64), email: 'other@safe-streets.example' }
const like = (patch: Record<string, unknown>, name = WAITING) =>
  copy('ParticipationRequest', name, { ...another, ...patch })

/** Requests to take part that the database refuses. */
export const requestRows: BadRow[] = [
  ['ParticipationRequest_kind', 'of a State', like({ kind: 'memberState' })],
  ['ParticipationRequest_address', 'an address in capitals', like({ email: 'Nadia@x.example' })],
  ['ParticipationRequest_address', 'the secret itself', like({ tokenHash: 'secret' })],
  ['ParticipationRequest_times', 'proved before asked', like({ provedAt: '2020-04-01T08:00:00Z' })],
  ['ParticipationRequest_times', 'decided, not proved', like({ provedAt: null }, DECIDED)],
  ['ParticipationRequest_decision', 'refused without a reason', like({ reason: '' }, DECIDED)],
  [
    'ParticipationRequest_decision',
    'approved, for nobody',
    like({ decision: 'approved', reason: '' }, DECIDED),
  ],
  ['ParticipationRequest_decision', 'decided at no time', like({ decidedAt: null }, DECIDED)],
  [
    'ParticipationRequest_kept',
    'another name',
    update('ParticipationRequest', WAITING, `name = 'Other'`),
  ],
  [
    'ParticipationRequest_kept',
    'another decision',
    update('ParticipationRequest', DECIDED, `reason = 'Other.'`),
  ],
  [
    'ParticipationRequest_kept',
    'proved again',
    update('ParticipationRequest', WAITING, `"provedAt" = '${AT}'`),
  ],
  ['ParticipationRequest_kept', 'its removal', remove('ParticipationRequest', WAITING)],
]
