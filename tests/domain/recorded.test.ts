import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { events } from '@/lib/record/events'
import { unrecordedActs } from '@/tests/support/unrecorded-acts'
import { sourceFiles } from '@/tests/support/writers'

const read = (file: string) => ({ file, text: readFileSync(file, 'utf8') })

describe('the record', () => {
  test('has no event that no database test names', () => {
    const tests = sourceFiles('tests/database')
      .map((file) => read(file).text)
      .join('\n')
    const named = new Set(tests.match(/(?<=')\w+\.\w+(?=')/g))
    expect(events.filter((event) => !named.has(event))).toEqual([])
  })

  test('has each act of a person, except on what is theirs alone or not yet said', () => {
    const sources = sourceFiles('lib')
      .filter((file) => !file.startsWith('lib/demonstration/'))
      .map(read)
    expect(unrecordedActs(sources)).toEqual([
      // Drafts, and what stands beside them: seen by their delegation alone.
      'lib/amendments/drafts/aside-commands.ts discardAmendmentDraft',
      'lib/amendments/drafts/aside-commands.ts putBackAmendmentDraft',
      'lib/amendments/drafts/commands.ts carryAmendmentDraft',
      'lib/amendments/drafts/commands.ts copyAmendmentDraft',
      'lib/amendments/drafts/commands.ts saveAmendmentDraft',
      'lib/amendments/drafts/commands.ts startAmendment',
      'lib/amendments/joining/commands.ts saveJoining',
      // In the security log.
      'lib/auth/password/commands.ts changePassword',
      'lib/circulation/comments/drafts/commands.ts keepDraft',
      'lib/circulation/comments/drafts/commands.ts supportItems',
      'lib/circulation/responses/commands.ts keepResponse',
      'lib/comments/draft-commands.ts saveCommentDraft',
      // Sends the invitation again.
      'lib/delegations/memberships/commands.ts inviteRepresentative',
      // The person's own desk and letters.
      'lib/desk/commands.ts markRow',
      'lib/desk/commands.ts putBackRow',
      'lib/notifications/commands.ts chooseLetters',
      // What is typed before the room is recorded as a wording when it is fixed.
      'lib/plenary/screen/commands.ts clearScreenText',
      'lib/plenary/screen/commands.ts typeOnScreen',
      'lib/proposals/drafts/ask.ts askToRelease',
      'lib/proposals/drafts/care-commands.ts discardDraft',
      'lib/proposals/drafts/care-commands.ts noteOnDraft',
      'lib/proposals/drafts/care-commands.ts putBackDraft',
      'lib/proposals/drafts/care-commands.ts restoreState',
      'lib/proposals/drafts/commands.ts copyDraft',
      'lib/proposals/drafts/commands.ts rebaseDraft',
      'lib/proposals/drafts/commands.ts saveDraft',
      'lib/proposals/drafts/commands.ts startDraft',
      'lib/proposals/drafts/commands.ts startRevision',
      'lib/proposals/follows/commands.ts follow',
      'lib/proposals/presence.ts enter',
      'lib/proposals/presence.ts leave',
    ])
  })

  test('finds an act that is not recorded, through the functions that it calls', () => {
    const acts = `
import { record as write } from '@/lib/record/record'
export function one(actor) { return transaction(actor, (tx) => finish(tx)) }
export const two = (actor) => transaction(actor, (tx) => other(tx))
export function three(actor) { return transaction(actor, (tx) => nothing(tx)) }
/** Not like finish. */
const finish = (tx) => write(tx)
`
    const other = `import { record } from './record'\nexport const other = (tx) => record(tx)`
    expect(
      unrecordedActs([
        { file: 'lib/a.ts', text: `import { other } from './record/b'\n${acts}` },
        { file: 'lib/record/b.ts', text: other },
      ]),
    ).toEqual(['lib/a.ts three'])
  })
})
