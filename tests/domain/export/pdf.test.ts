import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { quoted, typstSource } from '@/lib/export/pdf/source'
import { paperToPdf } from '@/lib/export/pdf/write'
import { ARABIC, CHINESE, everything, item, paperOf } from './sample'

const latin1 = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1')
const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined

describe('a paper as PDF', () => {
  let pdf: Uint8Array
  beforeAll(async () => {
    pdf = await paperToPdf(everything)
  }, 60_000)

  test('is tagged, names its language and title, and has its date from the paper', () => {
    const text = latin1(pdf)
    expect(text.slice(0, 5)).toBe('%PDF-')
    expect(text).toContain('/StructTreeRoot')
    expect(text).toMatch(/\/Marked true/)
    expect(text).toMatch(/\/Lang ?\(en/)
    expect(text).toContain('D:20200729160000')
  })

  test('has every font inside: Latin, Arabic and Chinese', () => {
    const text = latin1(pdf)
    const named = [...text.matchAll(/\/FontName ?\/(\S+)/g)].map(([, name]) => name)
    expect(named.length).toBeGreaterThan(5)
    for (const family of ['Tinos-Regular', 'Amiri-Regular', 'NotoSerifSC'])
      expect(named.some((name) => name?.includes(family))).toBe(true)
    expect(text.match(/\/FontFile[23]/g)).toHaveLength(named.length)
  })

  test('is the same bytes for the same paper', async () => {
    expect(Buffer.compare(pdf, await paperToPdf(everything))).toBe(0)
  })

  test.skipIf(!hasPoppler)('gives back its words, in Arabic and Chinese too', () => {
    const words = extracted(pdf)
    expect(words).toContain('Draft report')
    expect(words).toContain('open-ended intergovernmental expert group')
    expect(words).toContain('(cc)')
    expect(words).toContain(CHINESE)
    const arabic = ARABIC.match(/\p{Script=Arabic}{4,}/gu) ?? []
    expect(arabic.length).toBeGreaterThan(8)
    for (const word of arabic) expect(words).toContain(word)
  })
})

test('no word of a text is a command', async () => {
  const hostile = '#panic("x") \\ "quoted" $x$ @label *bold* `raw` // comment'
  expect(quoted('a "b" \\ c\n')).toBe('"a \\"b\\" \\\\ c\\n"')
  const paper = paperOf([{ kind: 'paragraph', ...item(hostile) }])
  expect(typstSource(paper)).toContain(quoted(hostile))
  const pdf = await paperToPdf(paper)
  if (hasPoppler) expect(extracted(pdf).replace(/\s+/g, ' ')).toContain('#panic("x")')
})

function extracted(pdf: Uint8Array): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'stocktake-pdf-'))
  try {
    const file = path.join(folder, 'paper.pdf')
    writeFileSync(file, pdf)
    return spawnSync('pdftotext', [file, '-'], { encoding: 'utf8' }).stdout
  } finally {
    rmSync(folder, { recursive: true })
  }
}
