import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import { type StockTaking, stockTakingOfThree, TRAIN } from '@/tests/support/stock-taking'

let cast: StockTaking
let slug: string
/** Arvenia's first, Belmara's, Arvenia's second. */
let train: string
let ratify: string
let share: string

beforeEach(async () => {
  ;({ cast, slug, train, ratify, share } = await stockTakingOfThree())
}, 30_000)

describe('rewording a State’s item', () => {
  const mails = async () =>
    (await db.mail.findMany({ orderBy: { recipient: 'asc' } })).map(({ recipient, text }) => [
      recipient,
      text,
    ])

  it('tells those who may submit for that State, by mail, with the way to disagree', async () => {
    const id = await cast.makes([train], TRAIN)
    expect(await mails()).toEqual([])
    await cast.rewords(id, 1, 'Train some teachers.', 'Shorter.')
    const letters = await mails()
    const heads = await db.person.findMany({
      where: {
        places: { some: { delegationId: cast.arvenia.id, maySubmit: true } },
      },
      orderBy: { email: 'asc' },
    })
    expect(letters.map(([recipient]) => recipient)).toEqual(heads.map(({ email }) => email))
    expect(letters[0]![1]).toContain(`/sessions/${slug}/ours#item-${train}`)
    expect(letters[0]![1]).toContain('fifth session, International cooperation, para. 1 (a)')
    expect(letters[0]![1]).toContain('Shorter.')
  })

  it('tells a State that is not there too, and how it gets there', async () => {
    await db.delegation.update({ where: { id: cast.belmara.id }, data: { state: 'withdrawn' } })
    await cast.setsAside([ratify])
    const letters = await mails()
    expect(letters.map(([recipient]) => recipient)).toEqual(['bastien.kolo@belmara.example'])
    expect(letters[0]![1]).toContain('no place at that session')
    expect(letters[0]![1]).not.toContain('/ours')
  })

  it('tells a State that is only asked to comment on lists where it submitted before', async () => {
    await db.delegation.update({ where: { id: cast.belmara.id }, data: { state: 'announced' } })
    await cast.setsAside([ratify])
    const letters = await mails()
    expect(letters.map(([recipient]) => recipient)).toEqual(['bastien.kolo@belmara.example'])
    expect(letters[0]![1]).toContain('no place at that session')
  })

  it('is told when it is made with other words or set aside, one mail for all items', async () => {
    await cast.makes([train, ratify], 'Something else.')
    expect(new Set((await mails()).map(([recipient]) => recipient)).size).toBeGreaterThan(1)
    await db.mail.deleteMany({})
    await cast.setsAside([share])
    for (const [, text] of await mails()) expect(text).toContain('For the next mandate.')
    expect(await mails()).not.toEqual([])
  })

  it('tells nobody whose account is closed', async () => {
    await db.person.updateMany({
      where: { email: 'bastien.kolo@belmara.example' },
      data: { disabledAt: new Date() },
    })
    await cast.setsAside([ratify])
    expect((await mails()).map(([recipient]) => recipient)).not.toContain(
      'bastien.kolo@belmara.example',
    )
  })

  it('refused, tells nobody', async () => {
    const id = await cast.makes([train], TRAIN)
    await expect(cast.rewords(id, 7, 'Other words.')).rejects.toMatchObject({
      key: 'wordingChanged',
    })
    expect(await mails()).toEqual([])
  })
})
