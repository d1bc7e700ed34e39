import { beforeEach, describe, expect, it } from 'vitest'
import { printStatusTime } from '@/lib/clock'
import { rewordItem } from '@/lib/consolidation/desk/item-commands'
import { changesBetween, snapshotText } from '@/lib/plenary/snapshots/snapshot'
import { publicSnapshot } from '@/lib/plenary/snapshots/public'
import { publicDocuments } from '@/lib/documents/public'
import { takeSnapshot, undoSnapshot } from '@/lib/plenary/snapshots/commands'
import { findSnapshot, listSnapshots } from '@/lib/plenary/snapshots/queries'
import { db } from '@/lib/db/client'
import { handOverPowers } from '@/lib/delegations/powers/commands'
import { sha256 } from '@/lib/record/record'
import { part, read } from '@/tests/domain/export/word'
import { type StockTaking, stockTaking } from '@/tests/support/stock-taking'

let plenary: StockTaking
let slug: string
let first: string
let second: string
let third: string

beforeEach(async () => {
  plenary = await stockTaking(['One.', 'Two.', 'Three.'])
  slug = plenary.slug
  first = await plenary.makes([plenary.sources[0]!], 'One.')
  second = await plenary.makes([plenary.sources[1]!], 'Two.')
  third = await plenary.makes([plenary.sources[2]!], 'Three.')
})

const take = (actor = plenary.chair) => takeSnapshot(actor, { slug })
const snapshot = async (number: number) => (await findSnapshot(slug, number))!

describe('a snapshot', () => {
  it('keeps what is agreed at that moment, numbered as on the list, with its hash and time', async () => {
    await plenary.declares(first, 'bracketed')
    await plenary.declares(second, 'agreed')
    await plenary.declares(third, 'agreedAdReferendum')
    expect(await take()).toBe(1)
    const { content, textHash, takenAt } = await snapshot(1)
    expect(content.headings).toMatchObject([
      {
        title: 'International cooperation',
        items: [
          { number: '1 (b)', text: 'Two.', adReferendum: false },
          { number: '1 (c)', text: 'Three.', adReferendum: true },
        ],
      },
    ])
    expect(sha256(snapshotText(content))).toBe(textHash)
    const entry = (await plenary.recorded()).at(-1)
    expect(entry).toMatchObject({
      event: 'plenary.snapshotTaken',
      data: { number: 1, items: 2 },
      textHash,
    })
    // The record gets its time after the lock, in the same act.
    expect(entry!.at.getTime()).toBeGreaterThanOrEqual(takenAt.getTime())
  })

  it('is refused while nothing is agreed, and to whoever does not preside', async () => {
    await expect(take()).rejects.toMatchObject({ key: 'nothingAgreed' })
    await plenary.declares(first, 'agreed')
    for (const actor of [plenary.rapporteur, plenary.arvenia.head])
      await expect(take(actor)).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(take(plenary.outsider)).rejects.toMatchObject({ reason: 'not-found' })
    await expect(take(plenary.viceChair)).rejects.toMatchObject({ key: 'notPresiding' })
    const toPersonId = plenary.viceChair.personId
    await handOverPowers(plenary.chair, { slug, toPersonId, scope: '' })
    await expect(take()).rejects.toMatchObject({ key: 'notPresiding' })
    expect(await take(plenary.viceChair)).toBe(1)
    expect((await plenary.recorded()).at(-1)?.data).toMatchObject({
      onBehalfOf: plenary.chair.name,
    })
    expect(await take(plenary.secretariat)).toBe(1)
  })

  it('taken by two at one instant, of the same paragraphs, is one', async () => {
    await plenary.declares(first, 'agreed')
    expect(await Promise.all([take(), take(plenary.secretariat)])).toEqual([1, 1])
    expect(await listSnapshots(slug)).toHaveLength(1)
  })

  it('does not change with what is agreed later; the next one shows the difference', async () => {
    await plenary.declares(first, 'agreed')
    await plenary.declares(second, 'agreedAdReferendum')
    await take()
    await plenary.declares(first, 'underDiscussion')
    await rewordItem(plenary.rapporteur, {
      slug,
      id: first,
      baseNumber: 1,
      body: '',
      text: 'One, reworded.',
      reason: '',
    })
    await plenary.declares(first, 'agreed', 2)
    await plenary.declares(second, 'agreed')
    await plenary.declares(third, 'agreed')
    expect(await take()).toBe(2)
    const [before, after] = [await snapshot(1), await snapshot(2)]
    expect(before.content.headings[0]!.items[0]!.text).toBe('One.')
    expect(
      changesBetween(before.content, after.content).map(({ change, item }) => [change, item.text]),
    ).toEqual([
      ['reworded', 'One, reworded.'],
      ['confirmed', 'Two.'],
      ['added', 'Three.'],
    ])
    expect(changesBetween(after.content, before.content).at(-1)).toMatchObject({
      change: 'removed',
      item: { text: 'Three.' },
    })
  })

  it('undone, stays readable and says so; its number is not given again', async () => {
    await plenary.declares(first, 'agreed')
    await take()
    await expect(undoSnapshot(plenary.rapporteur, { slug, number: 1 })).rejects.toMatchObject({
      reason: 'forbidden',
    })
    expect(await publicDocuments(slug)).not.toContain('Undone on')
    await undoSnapshot(plenary.secretariat, { slug, number: 1 })
    // The register of documents, where everybody finds it, says so too.
    expect(await publicDocuments(slug)).toContain('Undone on')
    await undoSnapshot(plenary.chair, { slug, number: 1 })
    const undone = await snapshot(1)
    expect(undone).toMatchObject({ undoneBy: plenary.secretariat.name })
    expect(undone.content.headings[0]!.items).toHaveLength(1)
    expect(await take()).toBe(2)
    const events = (await plenary.recorded()).filter(({ event }) => event.includes('snapshot'))
    expect(events.map(({ event }) => event)).toEqual([
      'plenary.snapshotTaken',
      'plenary.snapshotUndone',
      'plenary.snapshotTaken',
    ])
  })

  it('is a page, a Word document and a PDF for everybody, marked against an earlier one', async () => {
    await plenary.declares(first, 'agreed')
    await take()
    await plenary.declares(second, 'agreedAdReferendum')
    await take()
    const { takenAt } = await snapshot(2)
    const title = `Agreed paragraphs (Status: ${printStatusTime(takenAt)})`
    const file = async (format: 'html' | 'docx' | 'pdf', against: number | null = null) =>
      (await publicSnapshot(slug, 2, { format, against })).body
    expect(String(await file('html'))).toContain(title)
    expect(String(await file('html', 1))).toMatch(/<ins[^>]*>Two\./)
    const word = (await file('docx', 1)) as Uint8Array
    expect(read(word).join('\n')).toContain(title)
    expect(part(word, 'word/document.xml')).toMatch(/<w:ins [^>]*>.*Two\./s)
    expect(
      Buffer.from(await file('pdf', 1))
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    await expect(publicSnapshot(slug, 2, { format: 'html', against: 2 })).rejects.toMatchObject({
      reason: 'not-found',
    })

    await undoSnapshot(plenary.chair, { slug, number: 2 })
    expect(String(await file('html'))).toContain('no longer the status')
    expect(read((await file('docx')) as Uint8Array).join('\n')).toContain('no longer the status')
  })

  it('cannot be changed or removed in the database itself', async () => {
    await plenary.declares(first, 'agreed')
    await take()
    const where = { list: { sessionId: plenary.session.id } }
    await expect(db.snapshot.updateMany({ where, data: { textHash: 'other' } })).rejects.toThrow()
    await expect(db.snapshot.deleteMany({ where })).rejects.toThrow()
  })
})

it('names its moment in Vienna time, as the United Nations write it', () => {
  expect(printStatusTime(new Date('2021-04-07T16:00:00Z'))).toBe('7 April 2021, 6 p.m.')
  expect(printStatusTime(new Date('2021-04-07T10:00:00Z'))).toBe('7 April 2021, noon')
  expect(printStatusTime(new Date('2021-01-07T23:05:00Z'))).toBe('8 January 2021, 12.05 a.m.')
})
