import type { AttendanceFacts, ReportFacts } from '@/lib/report/facts'
import { gap, partly, unknown } from '@/lib/report/placeholder'
import { inWords, listedWords, withArticle } from '@/lib/report/words/lists'
import { say, type Words, words } from '@/lib/report/words/pieces'
import { plainParagraph, type ReportParagraph } from '@/lib/report/paragraphs/paragraph'

/** The nouns of a kind: singular, plural, and for some that were not counted. */
const NOUNS: Record<AttendanceFacts['kind'], [one: string, several: string, some?: string]> = {
  memberState: ['Member State', 'Member States'],
  observerState: ['observer State', 'observer States'],
  institute: [
    'institute of the United Nations crime prevention and criminal justice programme network',
    'institutes of the United Nations crime prevention and criminal justice programme network',
  ],
  unEntity: ['United Nations entity', 'United Nations entities'],
  intergovernmental: ['intergovernmental organization', 'intergovernmental organizations'],
  privateSector: ['private sector entity', 'private sector entities', 'the private sector'],
  nonGovernmental: ['non-governmental organization', 'non-governmental organizations'],
  academia: ['academic institution', 'academic institutions', 'academia'],
}

/** The attendance, by kinds in the given order; provisional counts stand in brackets. */
export function attendance({
  attendance: kinds,
}: Pick<ReportFacts, 'attendance'>): ReportParagraph {
  const present = kinds.filter(({ count }) => count !== 0)
  const participantsByKind =
    present.length > 0
      ? listedWords(present.map(kindWords))
      : unknown(gap('attendance', 'attendance', 'attendance'))
  return plainParagraph(
    'attendance',
    say`The meeting was attended by representatives of ${participantsByKind}.`,
  )
}

function kindWords({ kind, count, provisional }: AttendanceFacts): Words {
  const [singular, plural, some] = NOUNS[kind]
  const open = gap('attendance', `attendance:${kind}`, 'attendanceOf', { kind })
  if (count === null)
    return kind === 'memberState' ? say`${unknown(open)} ${plural}` : words(some ?? plural)
  if (provisional) return say`${partly(open, inWords(count))} ${count === 1 ? singular : plural}`
  return words(count === 1 ? withArticle(singular) : `${inWords(count)} ${plural}`)
}

/**
 * The paragraph on the list of participants, which stands in the register of documents; none if the session ended
 * without one.
 */
export function participants({
  documents,
  decisions,
}: Pick<ReportFacts, 'documents' | 'decisions'>): ReportParagraph[] {
  const list = documents.findLast(({ kind }) => kind === 'participants')
  const isOver = decisions.some(({ step }) => step === 'reportAdopted' || step === 'closed')
  if (!list && isOver) return []
  const title = list?.title.match(/list of participants/i)
    ? list.title.charAt(0).toLowerCase() + list.title.slice(1)
    : 'provisional list of participants'
  const symbol = list?.symbol
    ? words(list.symbol)
    : unknown(gap('documents', 'participants', 'participants'))
  return [
    plainParagraph(
      'participants',
      say`${withArticle(title).replace(/^a/, 'A')} was circulated at the meeting (${symbol}).`,
    ),
  ]
}
