import { id } from '@/tests/support/constraint-world'
import { type BadRow, type Patch, copy, update } from './bad-row'

/** A further amendment to the same amendment ("another"), declined. */
const declines = (patch: Patch): string =>
  copy('AmendmentDecline', 'amendment to it', { amendmentId: 'another', ...patch }, 'amendmentId')

/** Rows of a delegation that has no part in the named object, or that names its own. */
export const wrongDelegations: readonly BadRow[] = [
  [
    'Entity_one_name',
    'an organization with the name of a State',
    `insert into "Entity" (id, kind, name, names, "sortKey") values (gen_random_uuid(), 'academia', 'Belmara', '{}', 'x')`,
  ],
  [
    'CoSponsorship_delegation',
    'by the author',
    copy('CoSponsorship', 'co-sponsorship', { delegationId: 'Arvenia first' }),
  ],
  [
    'CoSponsorship_delegation',
    'by a delegation of another session',
    copy('CoSponsorship', 'co-sponsorship', { delegationId: 'Corvina making' }),
  ],
  [
    'AmendmentCoSponsorship_delegation',
    'by the author',
    copy('AmendmentCoSponsorship', 'amendment co-sponsorship', { delegationId: 'Belmara first' }),
  ],
  [
    'AmendmentCoSponsorship_author',
    'by the author of the text',
    copy('AmendmentCoSponsorship', 'amendment co-sponsorship', { delegationId: 'Arvenia first' }),
  ],
  [
    'Amendment_lineage',
    'of one’s own amendment',
    copy('Amendment', 'amendment', { number: 9, amendsId: 'amendment' }),
  ],
  [
    'Amendment_lineage',
    'of an amendment of an amendment',
    copy('Amendment', 'amendment', { number: 9, amendsId: 'amendment to it' }),
  ],
  [
    'Amendment_lineage',
    'a version of another State’s amendment',
    copy('Amendment', 'amendment to it', { number: 9, amendsId: null, replacesId: 'amendment' }),
  ],
  [
    'Amendment_lineage',
    'a version that takes in what does not amend the earlier one',
    copy('Amendment', 'amendment', {
      number: 9,
      replacesId: 'amendment',
      takesInId: 'amendment',
    }),
  ],
  [
    'Amendment_declined',
    'a version that takes in what was declined',
    copy('Amendment', 'amendment', {
      number: 9,
      replacesId: 'amendment',
      takesInId: 'amendment to it',
    }),
  ],
  [
    'AmendmentDecline_takenIn',
    'of what was taken in',
    [
      copy('Amendment', 'amendment to it', { number: 9 }),
      copy('Amendment', 'amendment', {
        id: 'version',
        number: 10,
        replacesId: 'amendment',
        takesInId: 'another',
      }),
      declines({}),
    ].join('; '),
  ],
  [
    'AmendmentDecline_amendmentId_amendsId_fkey',
    'of what changes no amendment',
    declines({ amendmentId: 'amendment' }),
  ],
  [
    'AmendmentDecline_amendsId_delegationId_fkey',
    'by a delegation whose amendment it does not change',
    `${copy('Amendment', 'amendment to it', { number: 9 })}; ${declines({ delegationId: 'Arvenia first' })}`,
  ],
  [
    'AmendmentDraft_lineage',
    'of one’s own amendment',
    copy('AmendmentDraft', 'amendment draft', { amendsId: 'amendment' }),
  ],
  [
    'AmendmentAnswer_delegation',
    'by a delegation of another session',
    copy('AmendmentAnswer', 'answer', { delegationId: 'Corvina making' }),
  ],
  [
    'AmendmentDraft_delegation',
    'by a delegation of another session',
    copy('AmendmentDraft', 'amendment draft', { delegationId: 'Corvina making' }),
  ],
  [
    'Comment_replacedById_proposalId_delegationId_key',
    'two comments replaced by one',
    copy('Comment', 'replaced comment', {}),
  ],
  [
    'Comment_replacedById_proposalId_delegationId_fkey',
    'replaced by a comment of another delegation',
    copy('Comment', 'replaced comment', { delegationId: 'Corvina first' }),
  ],
  [
    'CommentDraft_replacesId_proposalId_delegationId_fkey',
    'to replace a comment of another delegation',
    copy('CommentDraft', 'comment draft', {
      delegationId: 'Corvina first',
      replacesId: 'comment',
    }),
  ],
  [
    'Comment_replacement',
    'replaced by a reply',
    update('Comment', 'comment', `"replacedById" = '${id('reply')}'`),
  ],
  [
    'Comment_replacement',
    'replaced by what was replaced',
    update('Comment', 'comment', `"replacedById" = '${id('replaced comment')}'`),
  ],
  [
    'Comment_reply',
    'a reply to what was replaced',
    copy('Comment', 'reply', { parentId: 'replaced comment' }),
  ],
  [
    'CommentDraft_delegation',
    'by a delegation of another session',
    copy('CommentDraft', 'comment draft', { delegationId: 'Corvina making' }),
  ],
  [
    'Objection_delegation',
    'by a delegation of another session',
    copy('Objection', 'running objection', { delegationId: 'Corvina making' }),
  ],
  [
    'Support_delegation',
    'by a delegation of another session',
    copy('Support', 'running support', { delegationId: 'Corvina making' }),
  ],
  [
    'Disagreement_delegation',
    'by a delegation of another session',
    copy('Disagreement', 'running disagreement', { delegationId: 'Corvina making' }),
  ],
]
