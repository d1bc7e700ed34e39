import { diffWords } from 'diff'
import { diff } from '@/lib/text/diff/diff'
import { weave } from '@/lib/text/weave/weave'
import type { BenchRow } from './report'

// As many different words as a session's texts have, some of them often.
const STEMS =
  'member state share electronic evidence delay train investigator prosecutor judge data provide keep protect right private person law allow cooperate border request answer limit contact hour'.split(
    ' ',
  )
const VOCABULARY = STEMS.flatMap((stem) => [
  stem,
  ...['s', 'ing', 'ed', 'ment'].map((end) => stem + end),
  ...Array.from(
    { length: 60 },
    (_, index) => `${stem}${String.fromCharCode(97 + (index % 26))}${index}`,
  ),
])
let seed = 7
function random(below: number): number {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1)
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
  return ((mixed ^ (mixed >>> 14)) >>> 0) % below
}
const pick = () => VOCABULARY[random(random(3) === 0 ? VOCABULARY.length : 200)]!
const textOf = (length: number) => Array.from({ length }, pick).join(' ')

/** The text with `changes` words replaced, inserted or deleted. */
function amended(text: string, changes: number): string {
  const words = text.split(' ')
  for (let i = 0; i < changes; i += 1)
    words.splice(
      random(words.length),
      random(3) === 0 ? 0 : 1,
      ...(random(4) === 0 ? [] : [pick()]),
    )
  return words.join(' ')
}

/** Milliseconds of CPU for work on texts that were never compared before; others on the machine cost it nothing. */
function once(make: () => () => void): number {
  const work = make()
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

/** The quickest of three. */
const quickest = (make: () => () => void): number => Math.min(...[0, 1, 2].map(() => once(make)))

const weaving = (amendments: number, length: number) => () => {
  const base = textOf(length)
  const all = Array.from({ length: amendments }, (_, id) => ({
    id: `${id}`,
    text: amended(base, 1 + random(4)),
  }))
  return () => void weave(base, all, 'en')
}

/** Measures lib/text against the figures of its purpose and against jsdiff in the same run. */
export function run(): BenchRow[] {
  const ms = (value: number) => `${value.toFixed(1)} ms`
  weaving(300, 250)()()
  const small = quickest(weaving(300, 250))
  weaving(1_000, 5_000)()()
  const half = quickest(weaving(1_000, 5_000))
  const large = quickest(weaving(2_000, 5_000))
  const pairs = () =>
    Array.from({ length: 2_000 }, () => {
      const base = textOf(120)
      return [base, amended(base, 6)] as const
    })
  const apart = () => Array.from({ length: 200 }, () => [textOf(120), textOf(120)] as const)
  const each = (make: typeof pairs, compare: (base: string, next: string) => unknown) =>
    once(() => {
      const all = make()
      return () => {
        for (const [base, next] of all) compare(base, next)
      }
    })
  const compare = (base: string, next: string) => diff(base, next, 'en')
  // In turns, so that a machine that is busy for a while is so for both.
  const inTurns = (make: typeof pairs) => {
    const rounds = [0, 1, 2].map(() => [each(make, compare), each(make, diffWords)] as const)
    return [
      Math.min(...rounds.map(([time]) => time)),
      Math.min(...rounds.map(([, two]) => two)),
    ] as const
  }
  const [ours, theirs] = inTurns(pairs)
  const [oursApart, theirsApart] = inTurns(apart)
  return [
    {
      name: 'weave of 300 amendments over 250 words',
      figure: ms(small),
      target: '< 50 ms',
      met: small < 50,
    },
    {
      name: 'weave of 2,000 amendments over 5,000 words',
      figure: ms(large),
      target: '< 1,000 ms',
      met: large < 1_000,
    },
    {
      name: 'growth from 1,000 to 2,000 amendments',
      figure: `× ${(large / half).toFixed(2)}`,
      target: 'near × 2',
    },
    {
      name: 'diff of 2,000 amended paragraphs of 120 words',
      figure: `${ms(ours)}, jsdiff ${ms(theirs)}: × ${(ours / theirs).toFixed(2)}`,
      target: '≤ × 1',
      met: ours <= theirs,
    },
    {
      name: 'diff of 200 unrelated paragraphs of 120 words',
      figure: `${ms(oursApart)}, jsdiff ${ms(theirsApart)}: × ${(oursApart / theirsApart).toFixed(2)}`,
      target: '≤ × 1',
      met: oursApart <= theirsApart,
    },
  ]
}
