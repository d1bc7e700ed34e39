import { beforeEach, describe, expect, it } from 'vitest'
import { confirmFormOf, findAddressee, readFormOf } from '@/lib/circulation/papers/operator'
import { db } from '@/lib/db/client'
import { circulated } from '@/tests/support/circulating'
import { filledForm } from '@/tests/support/papers'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
let sent: Awaited<ReturnType<typeof circulated>>
let bytes: Uint8Array
beforeEach(async () => {
  cast = await scenario({ kind: 'stockTaking' })
  sent = await circulated(cast)
  bytes = await filledForm(
    sent.id,
    cast.belmara.id,
    {
      [sent.a]: { category: 'technical', position: 'supports', text: 'Yes.' },
      [sent.b]: { text: '1. One.\n2. Two.' },
    },
    'docx',
  )
})

const counts = async () => ({
  papers: await db.paper.count({ where: { circulationId: sent.id } }),
  drafts: await db.circulationDraft.count({ where: { circulationId: sent.id } }),
  comments: await db.circulationComment.count({ where: { circulationId: sent.id } }),
})

describe('a form that the operator reads from the command line', () => {
  it('is reported row by row in the words of the report, and nothing is written', async () => {
    const { delegationId } = await findAddressee(sent.id, cast.belmara.name.toUpperCase())
    expect(delegationId).toBe(cast.belmara.id)
    const { rows, remainder } = await readFormOf(sent.id, delegationId, bytes)
    expect(rows.filter(({ state }) => state !== 'no comment')).toEqual([
      {
        item: expect.stringMatching(
          /^2019 \(\w+ session\), A\. International cooperation, para\. 1 \(a\)$/,
        ),
        id: sent.a,
        state: 'new',
        category: 'technical',
        position: 'supports',
        text: 'Yes.',
        wording: '',
        why: '',
      },
      expect.objectContaining({ id: sent.b, why: '2 numbered comments in one cell.' }),
    ])
    expect(remainder).toEqual([])
    expect(await counts()).toEqual({ papers: 0, drafts: 0, comments: 0 })
  })

  it('is confirmed once: clear rows are released for the delegation, the others wait for a person', async () => {
    const file = { fileName: 'form.docx', bytes }
    const email = (await db.person.findUniqueOrThrow({ where: { id: cast.secretariat.personId } }))
      .email
    const confirmed = await confirmFormOf(sent.id, cast.belmara.id, file, email)
    expect(confirmed).toMatchObject({ by: cast.secretariat.name, released: 1, open: 1 })
    expect(await counts()).toEqual({ papers: 1, drafts: 1, comments: 1 })
    const comment = await db.circulationComment.findFirstOrThrow({
      where: { circulationId: sent.id },
    })
    expect(comment).toMatchObject({
      itemId: sent.a,
      delegationId: cast.belmara.id,
      enteredBySecretariat: true,
      paperId: confirmed.paper,
      late: false,
    })
    expect(await confirmFormOf(sent.id, cast.belmara.id, file, email)).toMatchObject({
      released: 0,
    })
    expect(await counts()).toEqual({ papers: 1, drafts: 1, comments: 1 })
    const again = await readFormOf(sent.id, cast.belmara.id, bytes)
    expect(again.rows.find(({ id }) => id === sent.a)).toMatchObject({ state: 'unchanged' })
  })

  it('is refused for whoever is not asked, and without anybody in the Secretariat', async () => {
    await expect(findAddressee(sent.id, 'Nowhere')).rejects.toThrow('addresseeNotFound')
    const file = { fileName: 'form.docx', bytes }
    await expect(
      confirmFormOf(sent.id, cast.belmara.id, file, 'nobody@example.org'),
    ).rejects.toThrow('noSecretariat')
    expect(await counts()).toEqual({ papers: 0, drafts: 0, comments: 0 })
  })
})
