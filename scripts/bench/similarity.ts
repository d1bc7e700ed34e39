import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { rank, rankAll } from '@/lib/consolidation/similarity/rank'
import { type BenchRow, below } from './report'

const RECOMMENDATIONS = '../shared/data/upr-recommendations-2008-2014.jsonl.gz'
const CALIBRATION = '../shared/data/upr-groups-calibration.json'

/**
 * Measures the ranking of similar items: one new item among 5,000 and 50,000 with everything that has to be prepared,
 * the growth between them, all pairs of 5,000, and the recall of the groups of real reports. The texts are real
 * recommendations, two to an item, the length of this group's items; without the shared folder, sentences of random
 * words.
 */
export async function run(): Promise<BenchRow[]> {
  const texts = items(50_000)
  const query = texts[77]!
  rank(query, texts.slice(0, 1_000))
  const first = (count: number) => {
    const candidates = texts.slice(0, count)
    return median(5, () => rank(query, [...candidates], 10))
  }
  const growth = [1_000, 5_000, 10_000, 25_000, 50_000].map(
    (count) => [count, first(count)] as const,
  )
  const of = (count: number) => growth.find(([size]) => size === count)![1]
  rank(query, texts)
  const again = median(20, () => rank(query, texts, 10))
  const pairs = await timed(() => rankAll(texts.slice(0, 5_000), 10, report))
  const rows: BenchRow[] = [
    below('one new item among 5,000', of(5_000), 150, ms),
    below('one new item among 50,000', of(50_000), 2_000, ms),
    below('one more among the same 50,000', again, 100, ms),
    below('all pairs of 5,000', pairs, 60_000, ms),
    {
      name: 'growth with the number of items',
      figure: growth
        .map(([count, time]) => `${count.toLocaleString('en')}: ${ms(time)}`)
        .join(' · '),
      target: 'no worse than in proportion',
      met: of(50_000) / of(5_000) <= 10,
    },
    ...found(),
  ]
  if (process.stderr.isTTY) process.stderr.write('\r\u001B[K')
  return rows
}

function items(count: number): string[] {
  const real = existsSync(RECOMMENDATIONS)
    ? gunzipSync(readFileSync(RECOMMENDATIONS))
        .toString()
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { text: string }).text)
    : Array.from({ length: 10_000 }, (_, seed) =>
        Array.from(
          { length: 25 },
          (_, at) => `word${(seed * 7919 + at * at * 104_729) % 9_001}`,
        ).join(' '),
      )
  return Array.from(
    { length: count },
    (_, at) =>
      `${real[at % real.length]} ${real[(at * 7 + 3 + Math.floor(at / real.length)) % real.length]}`,
  )
}

const ms = (time: number) => `${Math.round(time).toLocaleString('en')} ms`

function median(times: number, act: () => unknown): number {
  const measured = Array.from({ length: times }, () => {
    const start = performance.now()
    act()
    return performance.now() - start
  })
  return measured.sort((a, b) => a - b)[Math.floor(times / 2)]!
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await act()
  return performance.now() - start
}

const report = (done: number, all: number) => {
  if (process.stderr.isTTY) process.stderr.write(`\rall pairs: ${done} of ${all}`)
}

type Report = { items: { id: string; text: string }[]; groups: { members: string[] }[] }

/** For each item of a merged group: whether another of its group is among the first, and its rank. */
function found(): BenchRow[] {
  if (!existsSync(CALIBRATION)) return []
  const { reports } = JSON.parse(readFileSync(CALIBRATION, 'utf8')) as { reports: Report[] }
  const places = reports.flatMap(({ items: all, groups }) =>
    groups
      .filter(({ members }) => members.length > 1)
      .flatMap(({ members }) =>
        members.map((id) => {
          const others = all.filter((item) => item.id !== id)
          const texts = others.map(({ text }) => text)
          const ranked = rank(all.find((item) => item.id === id)!.text, texts, texts.length)
          return 1 + ranked.findIndex(({ index }) => members.includes(others[index]!.id))
        }),
      ),
  )
  const mean = (of: (place: number) => number) =>
    places.reduce((sum, place) => sum + (place > 0 ? of(place) : 0), 0) / places.length
  const row = (name: string, value: number, least: number): BenchRow => ({
    name: `calibration reports: ${name}`,
    figure: value.toFixed(3),
    target: `> ${least.toFixed(2)} (TF-IDF, other reports)`,
    met: value > least,
  })
  return [
    row(
      'hit@5',
      mean((place) => (place <= 5 ? 1 : 0)),
      0.86,
    ),
    row(
      'MRR',
      mean((place) => 1 / place),
      0.7,
    ),
  ]
}
