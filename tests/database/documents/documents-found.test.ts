import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Actor, visitor } from '@/lib/delegations/actor'
import {
  correctDocument,
  issueDocument,
  registerDocument,
  withdrawDocument,
} from '@/lib/documents/commands'
import { addFile } from '@/lib/documents/files/commands'
import { SearchFilter } from '@/lib/search/filter'
import { hitOf } from '@/lib/search/hits'
import { search } from '@/lib/search/queries'
import { documentIn, ownRoot } from '@/tests/support/documents'
import { pdf } from '@/tests/support/files'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
beforeEach(async () => {
  cast = await scenario()
  await ownRoot(cast)
})

const asked = (patch: object = {}) => documentIn(cast.session.id, patch)

describe('the one search', () => {
  let word: string
  beforeEach(() => {
    word = `w${randomUUID().replaceAll('-', '')}`
  })
  const finds = async (actor: Actor, words: string) =>
    (await search(actor, SearchFilter.parse({ words, kind: 'document' }))).results.map((result) =>
      hitOf(actor, result),
    )
  const file = { name: 'paper.pdf', form: 'pdf' as const, bytes: pdf('paper') }
  const issues = async (patch: object) => {
    const { id, symbol } = await registerDocument(cast.secretariat, asked(patch))
    await addFile(cast.secretariat, { id, language: 'en', file })
    await issueDocument(cast.secretariat, { id })
    return { id, symbol }
  }

  it('finds an issued document by its title, its symbol and the end of it, at the address of the reader', async () => {
    const { symbol } = await issues({ title: `${word} of evidence` })
    const { slug } = cast.session
    const place = symbol.replaceAll('/', '_')
    for (const words of [word, symbol, symbol.slice(symbol.indexOf('/') + 1)])
      for (const [actor, href] of [
        [visitor, `/public/${slug}/documents/${place}`],
        [cast.arvenia.head, `/sessions/${slug}/documents/${place}`],
      ] as const)
        expect(await finds(actor, words)).toMatchObject([{ title: symbol, href }])
  })

  it('finds nothing of what is not issued or was withdrawn, and a restricted one for the group alone', async () => {
    const draft = await registerDocument(cast.secretariat, asked({ title: `${word} draft` }))
    for (const actor of [visitor, cast.arvenia.head, cast.secretariat])
      for (const words of [word, draft.symbol]) expect(await finds(actor, words)).toEqual([])
    const closed = await issues({ title: `${word} restricted`, distribution: 'restricted' })
    expect(await finds(visitor, word)).toEqual([])
    expect(await finds(cast.arvenia.head, word)).toMatchObject([{ title: closed.symbol }])
    await withdrawDocument(cast.secretariat, { id: closed.id, reason: 'Issued too early.' })
    expect(await finds(cast.arvenia.head, word)).toEqual([])
  })

  it('finds a corrected title, and no longer the earlier one', async () => {
    const { id, symbol } = await issues({ title: `${word} erratum` })
    const datedOn = new Date('2020-07-01')
    await correctDocument(cast.secretariat, { id, title: `${word} rectum`, datedOn })
    expect(await finds(visitor, `${word} rectum`)).toMatchObject([{ title: symbol }])
    expect(await finds(visitor, `${word} erratum`)).toEqual([])
  })
})
