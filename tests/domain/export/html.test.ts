import { expect, test } from 'vitest'
import { paperToHtml } from '@/lib/html/paper'
import { lines } from '@/lib/export/lines'
import { plain } from '@/lib/export/paper'
import { amended, ARABIC, everything, item, manyItems, paperOf } from './sample'

const words = (html: string): string =>
  html
    .replace(/<[^>]+>/g, '')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')

test('is a complete page without script, style or event of its own, so that the strictest policy lets it pass', () => {
  const html = paperToHtml(everything)
  expect(html).toMatch(/^<!doctype html>\n<html lang="en" dir="ltr">/)
  expect(html).toContain('<link rel="stylesheet" href="/print.css">')
  expect(html).not.toMatch(/<script|<style|\sstyle=|\son\w+=/)
})

test('lets no word of a paper become markup', () => {
  const evil = `<img src=x onerror=alert(1)> "'&amp; </p><script>alert(2)</script>`
  const html = paperToHtml(
    paperOf(
      [
        { kind: 'heading', level: 1, text: evil },
        {
          kind: 'paragraph',
          text: [
            {
              runs: [
                {
                  text: evil,
                  tracked: { kind: 'inserted', author: evil, date: '2020-07-28T09:30:00.000Z' },
                  note: [{ text: evil }],
                },
              ],
            },
          ],
          attribution: [evil],
        },
        { kind: 'table', title: evil, columns: [{ title: evil }], rows: [[[plain(evil)]]] },
      ],
      { title: evil, notice: evil, titleNote: evil, subtitle: evil },
    ),
  )
  expect(html).not.toMatch(/<(img|script)/)
  expect(words(html).split(evil).length - 1).toBe(12)
})

test('prints each number before its entry as words that are copied with it', () => {
  const text = words(paperToHtml(everything))
  for (const line of lines(everything)) {
    if (line.kind !== 'entry' || !line.label || line.latin) continue
    const first = line.entry.text[0]?.runs[0]?.text ?? ''
    expect(text).toContain(`${line.label} ${first}`)
  }
  expect(text).toContain('(c) bis [Member States may wish')
})

test('nests lists and closes what it opens', () => {
  const html = paperToHtml(everything)
  for (const name of ['ol', 'li', 'div', 'p', 'table', 'tr', 'td', 'section', 'span'])
    expect(html.match(new RegExp(`<${name}[ >]`, 'g'))?.length, name).toBe(
      html.match(new RegExp(`</${name}>`, 'g'))?.length,
    )
  const flat = paperToHtml(
    paperOf([{ kind: 'paragraph', text: [plain('x')], items: manyItems(3) }]),
  )
  expect(flat.match(/<ol/g)).toHaveLength(1)
})

test('says the language and direction of an entry that has another', () => {
  const paper = paperOf([
    { kind: 'paragraph', text: [plain('x')], items: [item(ARABIC, { language: 'ar' })] },
  ])
  expect(paperToHtml(paper)).toMatch(/<li [^>]*lang="ar" dir="rtl"/)
  expect(paperToHtml({ ...paper, language: 'ar' })).toContain('<html lang="ar" dir="rtl">')
})

test('shows changes with their States, and each note once with a way there and back', () => {
  const html = paperToHtml(paperOf([{ kind: 'paragraph', text: amended }]))
  expect(html).toContain('<del title="Belmara" datetime="2020-07-28T09:30:00.000Z">shall</del>')
  const noted = paperToHtml(everything)
  expect(noted).toContain('<sup><a id="ref-title" href="#note-title">*</a></sup>')
  expect(noted).toContain('<a href="#ref-1">1</a> The group met')
  const ids = [...noted.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('names no State where none is given, and puts the notice on every printed page', () => {
  const html = paperToHtml(everything)
  expect(html).toMatch(/<thead><tr><td>.*Demonstration: the States/)
  const without = paperOf([{ kind: 'paragraph', text: [plain('x')], items: [item('one')] }])
  expect(paperToHtml(without)).not.toMatch(/Arvenia|Belmara/)
})
