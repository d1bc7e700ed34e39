import { id } from '@/tests/support/constraint-world'
import { AT, type BadRow, copy, remove, update, where } from './bad-row'

/** Belmara dissociates itself again, or another State does. */
const dissociation = (columns: Record<string, string>) =>
  copy('Dissociation', 'dissociation', columns)

const end = `"endedAt" = now(), "endedById" = '${id('head')}'`

export const badAttributions: BadRow[] = [
  [
    'GroupAttribution_immutable',
    'of another group',
    update('GroupAttribution', 'attribution', `name = 'Other'`),
  ],
  ['GroupAttribution_immutable', 'taken back', remove('GroupAttribution', 'attribution')],
  [
    'GroupAttribution_delegationId_sessionId_fkey',
    'by a delegation of another session',
    copy('GroupAttribution', 'attribution', { delegationId: 'Arvenia making' }),
  ],
  ['AttributedMember_immutable', 'renamed', `update "AttributedMember" set name = 'Other'`],
  [
    'AttributedMember_immutable',
    'taken off',
    `delete from "AttributedMember" where "entityId" = '${id('Belmara')}'`,
  ],
  [
    'AttributedMember_at_submission',
    'added later',
    `insert into "AttributedMember" values ('${id('attribution')}', '${id('Corvina')}', 'Corvina', 'corvina')`,
  ],
  ['Dissociation_ends', 'rewritten', update('Dissociation', 'dissociation', `reason = 'Other.'`)],
  ['Dissociation_ends', 'deleted', remove('Dissociation', 'dissociation')],
  [
    'Dissociation_ends',
    'begun again',
    `${update('Dissociation', 'dissociation', end)}; ${update('Dissociation', 'dissociation', '"endedAt" = null, "endedById" = null')}`,
  ],
  [
    'Dissociation_end_check',
    'ended by nobody',
    update('Dissociation', 'dissociation', '"endedAt" = now()'),
  ],
  [
    'Dissociation_attributionId_entityId_fkey',
    'of a State that was no member',
    dissociation({ entityId: 'Corvina', delegationId: 'Corvina first' }),
  ],
  [
    'Dissociation_delegationId_entityId_fkey',
    'by another State',
    `${update('Dissociation', 'dissociation', end)}; ${dissociation({ delegationId: 'Corvina first' })}`,
  ],
  [
    'Dissociation_of_member',
    'of the author',
    dissociation({ entityId: 'Arvenia', delegationId: 'Arvenia first' }),
  ],
  ['Dissociation_active_key', 'twice', dissociation({ delegationId: 'Belmara first' })],
  [
    'Amendment_attributionId_sessionId_delegationId_fkey',
    'what another State submitted',
    copy('Amendment', 'amendment', { number: 9, attributionId: 'attribution' }),
  ],
  [
    'Comment_attributionId_sessionId_delegationId_fkey',
    'what another State submitted',
    copy('Comment', 'comment', { attributionId: 'attribution' }),
  ],
  [
    'CirculationComment_attributionId_sessionId_delegationId_fkey',
    'what another State submitted',
    copy('CirculationComment', 'circulation comment', {
      position: 'none',
      attributionId: 'attribution',
    }),
  ],
  [
    'Proposal_kept',
    'attributed later',
    `update "Proposal" set "attributionId" = '${id('attribution')}' ${where('proposal')}`,
  ],
  [
    'Proposal_attributionId_sessionId_delegationId_fkey',
    'what another State submitted',
    copy('Proposal', 'proposal', {
      number: 9,
      currentNumber: 1,
      delegationId: 'Belmara first',
      attributionId: 'attribution',
      submittedAt: AT,
    }),
  ],
]
