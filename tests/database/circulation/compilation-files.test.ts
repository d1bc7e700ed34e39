import { strFromU8, unzipSync } from 'fflate'
import Papa from 'papaparse'
import { beforeEach, describe, expect, it } from 'vitest'
import { fileLead } from '@/lib/circulation/compilation/files/lead'
import { readRows } from '@/lib/circulation/compilation/files/rows'
import { compilationFile } from '@/lib/circulation/compilation/files/write'
import { type CompilationFormat, compilationFormats } from '@/lib/circulation/compilation/formats'
import {
  getCompiledCirculation,
  readWholeCirculation,
} from '@/lib/circulation/compilation/queries/overview'
import { keepResponse, releaseResponse } from '@/lib/circulation/responses/commands'
import { replyToResponse } from '@/lib/circulation/responses/reply-commands'
import type { SignedIn } from '@/lib/delegations/actor'
import { openArchive } from '@/lib/text/files/archive'
import { readSpreadsheet } from '@/lib/text/files/spreadsheet'
import { circulated } from '@/tests/support/circulated'
import { issuedListsOf } from '@/tests/support/covering'
import { convertedByLibreOffice, hasLibreOffice } from '@/tests/support/libreoffice'
import { type StockTaking, stockTakingOfThree } from '@/tests/support/stock-taking'

let cast: StockTaking
let train: string
let ratify: string
let room: Awaited<ReturnType<typeof circulated>>

const MARKER = 'a response in the making that is in no file'
const FORMULA = '=HYPERLINK("http://evil.example";"open")'

/** Six comments: on two items, in general, late, withdrawn, retracted, with a response, a reply and a draft. */
beforeEach(async () => {
  ;({ cast, train, ratify } = await stockTakingOfThree())
  room = await circulated(cast.session.id, await issuedListsOf(cast.slug), {
    postingRule: 'atDeadline',
  })
  const answered = await room.comments(cast.arvenia, {
    itemId: train,
    position: 'supportsWithChange',
    text: 'Judges & <others> too.',
    wording: 'Member States should train judges.',
  })
  await releaseResponse(cast.rapporteur, {
    commentId: answered,
    text: 'Judges stand elsewhere.',
    outcome: 'answeredElsewhere',
    version: 0,
    also: [],
  })
  await replyToResponse(cast.arvenia.head, {
    commentId: answered,
    reply: 'maintains',
    replyText: 'They do not.',
  })
  const drafted = await room.comments(cast.belmara, { itemId: train, text: FORMULA })
  await keepResponse(cast.rapporteur, {
    commentId: drafted,
    text: MARKER,
    outcome: 'noted',
    version: 0,
  })
  await room.comments(cast.corvina, {
    itemId: ratify,
    late: true,
    enteredBySecretariat: true,
    text: 'يجب التدريب',
    language: 'ar',
  })
  await room.comments(cast.belmara, {
    itemId: ratify,
    text: 'Withdrawn words.',
    withdrawnAt: new Date(),
    withdrawnById: cast.belmara.head.personId,
  })
  await room.comments(cast.doranta, {
    itemId: ratify,
    text: 'Retracted words.',
    retractedAt: new Date(),
    retractedById: cast.secretariat.personId,
  })
  await room.comments(cast.arvenia, { text: 'In general.\nA second paragraph.' })
}, 60_000)

async function written(format: CompilationFormat, reader?: SignedIn): Promise<Uint8Array> {
  const circulation = reader
    ? await getCompiledCirculation(reader, cast.session, room.id)
    : await readWholeCirculation(room.id)
  const pieces: Uint8Array[] = []
  for await (const piece of compilationFile(circulation, format)) pieces.push(piece)
  return new Uint8Array(Buffer.concat(pieces))
}
const text = async (format: CompilationFormat, reader?: SignedIn) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await written(format, reader))

type Json = { comments: Record<string, unknown>[]; format: string }
const json = async (reader?: SignedIn) => JSON.parse(await text('json', reader)) as Json

describe('a file of the compilation', () => {
  it.each(compilationFormats)(
    'in the form %s has equal bytes for equal comments',
    async (format) => {
      expect(Buffer.compare(await written(format), await written(format))).toBe(0)
    },
  )

  it('as JSON has every comment once, with all that became of it', async () => {
    const { comments, format } = await json()
    expect(format).toBe('stocktake-comments')
    expect(new Set(comments.map(({ id }) => id)).size).toBe(6)
    expect(comments.map(({ entity }) => entity)).toEqual(
      [cast.arvenia, cast.belmara, cast.belmara, cast.corvina, cast.doranta, cast.arvenia].map(
        ({ name }) => name,
      ),
    )
    expect(comments[0]).toMatchObject({
      target: { kind: 'item', id: train, session: 5, number: '1 (a)' },
      category: 'general',
      position: 'supportsWithChange',
      text: 'Judges & <others> too.',
      wording: 'Member States should train judges.',
      receivedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      late: false,
      replacedBy: null,
      response: 'Judges stand elsewhere.',
      outcome: 'answeredElsewhere',
      reply: 'maintains',
      replyText: 'They do not.',
    })
    expect(comments[1]).toMatchObject({ text: FORMULA, response: null, outcome: null })
    expect(comments.map(({ late }) => late)).toEqual([false, false, false, true, false, false])
  })

  it('as CSV runs no formula, and has the same rows', async () => {
    const { data } = Papa.parse<string[]>((await text('csv')).replace('\uFEFF', '').trimEnd())
    expect(data).toHaveLength(7)
    const at = data[0]!.indexOf('Comment as received')
    expect(data[2]?.[at]).toBe(`'${FORMULA}`)
    expect(data.map((row) => row.length)).toEqual(data.map(() => 21))
  })

  it('as a spreadsheet is read again with every cell a text', async () => {
    const bytes = await written('xlsx')
    const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!)
    expect(sheet).not.toMatch(/<f>/)
    const [read] = await readSpreadsheet(await openArchive(bytes))
    const rows = read!.rows.map(({ cells }) => cells.map((cell) => cell.text))
    expect(rows).toHaveLength(7)
    expect(rows[2]).toContain(FORMULA)
    expect(rows[6]).toContain('In general.\nA second paragraph.')
  })

  it('as a Word document is in landscape, has heads that repeat, and opens in LibreOffice', async () => {
    const bytes = await written('docx')
    const document = strFromU8(unzipSync(bytes)['word/document.xml']!)
    expect(document).toMatch(/w:orient="landscape"/)
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(3)
    expect(document).toContain('<w:strike/>')
    if (!hasLibreOffice()) return
    const plain = convertedByLibreOffice(bytes, 'docx', 'txt:Text')
    for (const words of ['Judges & <others> too.', 'Judges stand elsewhere.', 'يجب التدريب'])
      expect(plain).toContain(words)
    expect(plain.indexOf('Judges & <others>')).toBeLessThan(plain.indexOf('In general.'))
  }, 120_000)

  it('as a page marks the wording and escapes what was written', async () => {
    const page = await text('html')
    expect(page).toContain('Judges &amp; &lt;others&gt; too.')
    expect(page).toMatch(/<ins>[^<]*judges/)
    expect(page).toContain('<p lang="ar" dir="rtl">')
    expect(page.match(/<th scope="col">/g)).toHaveLength(15)
  })

  it.each(compilationFormats)(
    'in the form %s has no response in the making and no retracted words',
    async (format) => {
      const bytes = await written(format)
      const isZip = format === 'docx' || format === 'xlsx'
      const words = isZip
        ? Object.values(unzipSync(bytes))
            .map((part) => strFromU8(part))
            .join('')
        : new TextDecoder().decode(bytes)
      expect(words).toContain('In general.')
      expect(words).not.toContain(MARKER)
      expect(words).not.toContain('Retracted words')
    },
  )

  it('has for a delegation what it may see alone', async () => {
    const { comments } = await json(cast.belmara.head)
    expect(comments.map(({ text: comment }) => comment)).toEqual([FORMULA, 'Withdrawn words.'])
  })

  it.each(['html', 'docx'] as const)(
    'as %s says in its head whose comments it holds before they are posted',
    async (format) => {
      const head = async (reader: SignedIn): Promise<string> => {
        const bytes = await written(format, reader)
        const page = format === 'html' ? bytes : unzipSync(bytes)['word/document.xml']!
        return strFromU8(page).slice(0, strFromU8(page).indexOf('Train'))
      }
      expect(await head(cast.belmara.head)).toContain('those of your own delegation only.')
      expect(await head(cast.rapporteur)).toContain('only the officers of the session read all')
      const posted = await readWholeCirculation(room.id)
      expect(fileLead({ ...posted, postedFrom: new Date() })).toMatch(
        /^Open for comments until [^.]+ time\)\.$/,
      )
    },
  )

  it.each(['html', 'docx', 'csv'] as const)(
    'as %s says what the Secretariat entered, as the page does',
    async (format) => {
      const bytes = await written(format)
      const words = strFromU8(format === 'docx' ? unzipSync(bytes)['word/document.xml']! : bytes)
      expect(words).toContain('ntered by the Secretariat')
    },
  )

  it('of the command line says of comments that are posted nothing of officers alone', async () => {
    const { id } = await circulated(cast.session.id, [])
    const circulation = await readWholeCirculation(id)
    expect(circulation.postedFrom).toBeInstanceOf(Date)
    expect(fileLead(circulation)).not.toContain('only the officers')
  })

  it('tells how far it is', async () => {
    const progress: string[] = []
    const circulation = await readWholeCirculation(room.id)
    for await (const _ of readRows(circulation, (done, total) =>
      progress.push(`${done}/${total}`),
    ));
    expect(progress).toEqual(['6/6'])
  })
})
