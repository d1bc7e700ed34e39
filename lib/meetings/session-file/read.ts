import { z } from 'zod'
import { translations } from '@/lib/messages'
import { decodeFile } from '@/lib/text/files/encoding'
import { type FileFault, faultsOf, type Register } from './faults'
import { MAX_SESSION_FILE, SessionFile } from './format'
import { faultsOfSilences, withSilences } from './silences'

/** A read file: its session, or all its faults. */
export type ReadFile = { file: SessionFile; faults: [] } | { file: null; faults: FileFault[] }

/** Reads a session file and judges it. Nothing of a file with faults is answered. */
export function readSessionFile(bytes: Uint8Array, register: Register): ReadFile {
  if (bytes.byteLength > MAX_SESSION_FILE) return faulty([{ path: '', key: 'tooLarge' }])
  let raw: unknown
  try {
    raw = JSON.parse(decodeFile(bytes).text)
  } catch (error) {
    return faulty([{ path: '', key: 'json', values: { problem: (error as Error).message } }])
  }
  const result = SessionFile.safeParse(raw)
  if (!result.success) return faulty(result.error.issues.flatMap((issue) => faultOfIssue(issue)))
  const file = withSilences(result.data)
  const faults = [...faultsOfSilences(result.data), ...faultsOf(file, register)]
  return faults.length > 0 ? faulty(faults) : { file, faults: [] }
}

const faulty = (faults: FileFault[]): ReadFile => ({ file: null, faults })

type Issue = z.core.$ZodIssue

function faultOfIssue(issue: Issue, above: readonly PropertyKey[] = []): FileFault[] {
  const place = [...above, ...issue.path]
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: printPath([...place, key]), key: 'unknownKey' }))
  if (issue.code === 'invalid_union') {
    // The form with the fewest faults is the one that was meant.
    const [nearest] = issue.errors.toSorted((a, b) => faultsIn(a) - faultsIn(b))
    if (nearest) return nearest.flatMap((inner) => faultOfIssue(inner, place))
  }
  const path = printPath(place)
  if (issue.code === 'invalid_type' && issue.input === undefined && /undefined/.test(issue.message))
    return [{ path, key: 'missing' }]
  if (issue.code === 'invalid_type')
    return [{ path, key: 'type', values: { expected: issue.expected } }]
  if (issue.code === 'invalid_value')
    return [{ path, key: 'choice', values: { values: issue.values.map(String).join(', ') } }]
  return [{ path, key: KNOWN_KEYS.has(issue.message) ? issue.message : 'wrong' }]
}

const faultsIn = (issues: readonly Issue[]): number =>
  issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0)
    ? 1_000
    : issues.length

const KNOWN_KEYS = new Set([
  'required',
  'tooLong',
  'date',
  'hour',
  'item',
  'number',
  'yesNo',
  'forbiddenCharacter',
  'stackedMarks',
  'longWord',
  'ruledByChair',
])

/** "meetings[2].date" */
const printPath = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (printed, part) =>
      typeof part === 'number'
        ? `${printed}[${part}]`
        : printed
          ? `${printed}.${String(part)}`
          : String(part),
    '',
  )

/** A fault at a place of a file, as a line: the place, then the sentence. */
export function faultSentence({ path, key, values }: FileFault): string {
  const sentence = translations('sessionFile.faults')(key, values)
  return path ? `${path}: ${sentence}` : sentence
}
