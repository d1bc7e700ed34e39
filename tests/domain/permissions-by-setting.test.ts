import { describe, expect, test } from 'vitest'
import * as comments from '@/lib/comments/policy'
import { presides } from '@/lib/delegations/powers/powers'
import * as proposals from '@/lib/proposals/policy'
import { setting } from '@/tests/support/permissions/objects'
import { roles, SESSION } from '@/tests/support/permissions/people'

describe('what the settings of the group change', () => {
  test('observer States propose where the group admits it; organisations never', () => {
    const open = { ...setting, observersMayPropose: true }
    expect(proposals.canSubmitProposal(roles['observer State']!, open)).toBe(true)
    expect(proposals.canSubmitProposal(roles.organisation!, open)).toBe(false)
  })

  test('other stakeholders comment unless the group closes it to them', () => {
    const closed = { ...setting, stakeholdersMayComment: false }
    expect(comments.canReleaseComment(roles.stakeholder!, closed)).toBe(false)
    expect(comments.canReleaseComment(roles.organisation!, closed)).toBe(true)
  })

  test('a Chair who handed over presides no more; the Vice-Chair who received the powers does', () => {
    const chair = { ...roles.Chair!, personId: 'the Chair' }
    const vice = { ...roles['Vice-Chair']!, personId: 'the Vice-Chair' }
    const powers = { fromPersonId: 'the Chair', toPersonId: 'the Vice-Chair' }
    expect(presides(chair, SESSION, powers)).toBe(false)
    expect(presides(vice, SESSION, powers)).toBe(true)
    expect(presides({ ...vice, personId: 'another Vice-Chair' }, SESSION, powers)).toBe(false)
  })
})
