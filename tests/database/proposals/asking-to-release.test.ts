import { beforeEach, describe, expect, it } from 'vitest'
import { closeAccount } from '@/lib/auth/accounts/commands'
import { db } from '@/lib/db/client'
import { listInbox } from '@/lib/desk/queries'
import { askToRelease } from '@/lib/proposals/drafts/ask'
import { getDraft, listWhoMaySubmit } from '@/lib/proposals/drafts/queries'
import { submitDraft } from '@/lib/proposals/commands'
import { proposing } from '@/tests/support/proposing'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
beforeEach(async () => {
  cast = await scenario()
})
const { drafts } = proposing(() => cast)

describe('asking the head to release a draft', () => {
  it('is kept with the draft; neither the record nor a letter tells of it', async () => {
    const { id } = await drafts(cast.arvenia.adviser)
    const mails = await db.mail.count()
    const { asked } = await askToRelease(cast.arvenia.adviser, { id })
    expect(asked).toEqual(['Aldo Reyne', 'Amara Voss'])
    const draft = await db.draft.findUniqueOrThrow({ where: { id } })
    expect(draft.releaseAskedById).toBe(cast.arvenia.adviser.personId)
    expect(await cast.recorded()).toEqual([])
    expect(await db.mail.count()).toBe(mails)
  })

  it('names nobody whose account is closed', async () => {
    const { id } = await drafts(cast.arvenia.adviser)
    const aldo = await db.person.findUniqueOrThrow({
      where: { email: 'aldo.reyne@arvenia.example' },
    })
    await closeAccount(cast.secretariat, { personId: aldo.id })
    expect(await listWhoMaySubmit(cast.arvenia.adviser, cast.session)).toEqual(['Amara Voss'])
    expect((await askToRelease(cast.arvenia.adviser, { id })).asked).toEqual(['Amara Voss'])
  })

  it('stands on the desk of the head', async () => {
    const { id } = await drafts(cast.arvenia.adviser)
    await askToRelease(cast.arvenia.adviser, { id })
    const row = (await listInbox(cast.arvenia.head)).find(({ kind }) => kind === 'release')
    expect(row?.values).toMatchObject({ asked: 'yes', asker: 'Ansel Orin' })
  })

  it('is shown with the draft until it is written again', async () => {
    const { adviser } = cast.arvenia
    const { session } = cast
    const { id, version } = await drafts(adviser)
    const asked = async () => (await getDraft(adviser, session, id)).asked
    expect(await asked()).toBeNull()
    await askToRelease(adviser, { id })
    expect(await asked()).toMatchObject({ personId: adviser.personId, name: 'Ansel Orin' })
    const draft = await db.draft.findUniqueOrThrow({ where: { id } })
    await db.draft.update({
      where: { id },
      data: { version: version + 1, updatedAt: new Date(draft.releaseAskedAt!.getTime() + 1) },
    })
    expect(await asked()).toBeNull()
  })

  it('is refused for who may submit, for others and for what was submitted', async () => {
    const draft = await drafts(cast.arvenia.adviser)
    await expect(askToRelease(cast.arvenia.head, draft)).rejects.toMatchObject({
      reason: 'forbidden',
    })
    await expect(askToRelease(cast.belmara.adviser, draft)).rejects.toMatchObject({
      reason: 'not-found',
    })
    await submitDraft(cast.arvenia.head, draft)
    await expect(askToRelease(cast.arvenia.adviser, draft)).rejects.toMatchObject({
      reason: 'conflict',
    })
  })
})
