import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { sortKey } from '@/lib/delegations/names/sort-key'
import states from '@/data/states.json'

const RECOMMENDATIONS = '../shared/data/upr-recommendations-2008-2014.jsonl.gz'
const WORDS =
  'member states should share electronic evidence without delay and train investigators prosecutors judges in the use of data that private providers keep while protecting rights privacy of persons their laws allow cooperation across borders requests answers time limits contact points at any hour'.split(
    ' ',
  )

/** Texts of proposals: real recommendations, two to a text, if the shared folder exists; else sentences of random words. */
export function proposalTexts(count: number): string[] {
  const real = existsSync(RECOMMENDATIONS) ? recommendations() : null
  return Array.from({ length: count }, (_, at) =>
    real
      ? `${real[(at * 7) % real.length]} ${real[(at * 11 + 3) % real.length]}`
      : generated(at, 60),
  )
}

/** The source of the texts, for the report. */
export const sourceOfTexts = (): string =>
  existsSync(RECOMMENDATIONS)
    ? 'real recommendations, under invented States'
    : 'generated sentences, as the shared texts are absent'

const recommendations = (): string[] =>
  gunzipSync(readFileSync(RECOMMENDATIONS))
    .toString()
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { text: string }).text.trim())
    .filter((text) => text.length > 40)

/** Words by a fixed rule, so that each run has the same. */
export function generated(seed: number, length: number): string {
  let state = seed * 7919 + 17
  const word = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return WORDS[Math.floor(state / 65_536) % WORDS.length]!
  }
  const words = Array.from({ length }, word)
  return `${words[0]![0]!.toUpperCase()}${words.join(' ').slice(1)}.`
}

const BEGINNINGS =
  'Ar Bel Cor Dor Es Fal Gar Hal Is Jor Kel Lor Mor Nar Ost Pel Quel Ros Sel Tor'.split(' ')
const ENDINGS = 'adia emara ovina unta ithia olund amere igarde essa orlia anthe yrria'.split(' ')

/** Names of States that do not exist, in English alphabetical order. */
export function inventedStates(count: number): string[] {
  const real = new Set(states.map(({ names }) => sortKey(names.en)))
  return BEGINNINGS.flatMap((beginning) => ENDINGS.map((ending) => beginning + ending))
    .filter((name) => !real.has(sortKey(name)))
    .slice(0, count)
    .toSorted()
}

/** Invented States as rows of their table. */
export const stateRows = (count: number) =>
  inventedStates(count).map((name) => ({
    id: randomUUID(),
    kind: 'memberState',
    name,
    names: { en: name },
    sortKey: sortKey(name),
    invented: true,
  }))
