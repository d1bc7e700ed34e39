import { z } from 'zod'
import { isBlank } from '@/lib/text/characters'
import { requiredName } from '@/lib/text/line'
import { type AgendaItemKind, agendaItemKinds } from '@/lib/sessions/kinds'

const AGENDA_LIMIT = 60

/** One line of an agenda: "1. Organizational matters" or "1 (a) Opening of the meeting". */
export type AgendaLine = { number: number; letter: string; title: string; kind: AgendaItemKind }

/** A line of the form; `id` is that of the agenda item that the line changes, null for a new item. */
export type AgendaFormLine = AgendaLine & { id: string | null }

const list = z.union([z.array(z.string()), z.string().transform((line) => [line])])

const TITLE = requiredName(300)
const LETTER = /^[a-z]{0,2}$/

/**
 * A whole agenda as its form sends it: one list for each column, with the id of the changed item or an
 * empty string. Rows without a title are dropped. The path of an issue names the row (`row-3`), so that
 * the form shows the message there.
 */
export const SetAgenda = z
  .object({
    sessionId: z.uuid(),
    version: z.coerce.number().int(),
    id: list,
    number: list,
    letter: list,
    title: list,
    kind: list,
  })
  .transform(({ sessionId, version, ...columns }, context) => {
    const lines: AgendaFormLine[] = []
    columns.title.slice(0, AGENDA_LIMIT).forEach((title, row) => {
      if (isBlank(title)) return
      const line = readLine(columns, row, title)
      const problem = typeof line === 'string' ? line : clash(lines, line)
      if (problem) context.addIssue({ code: 'custom', message: problem, path: [`row-${row}`] })
      else if (typeof line !== 'string') lines.push(line)
    })
    const whole = context.issues.length === 0
    for (const line of whole ? lines : []) {
      if (line.letter && !lines.some((main) => main.number === line.number && !main.letter))
        context.addIssue({ code: 'custom', message: 'agendaParent', path: ['title'] })
    }
    if (columns.title.length > AGENDA_LIMIT)
      context.addIssue({ code: 'custom', message: 'agendaLong', path: ['title'] })
    if (whole && lines.length === 0)
      context.addIssue({ code: 'custom', message: 'agendaEmpty', path: ['title'] })
    return { sessionId, version, lines }
  })
export type SetAgenda = z.output<typeof SetAgenda>

type Columns = { id: string[]; number: string[]; letter: string[]; kind: string[] }

/** The line of a row, or the message key of its problem. */
function readLine(columns: Columns, row: number, typed: string): AgendaFormLine | string {
  const number = Number(columns.number[row])
  const letter = (columns.letter[row] ?? '').trim().toLowerCase()
  const kind = agendaItemKinds.find((candidate) => candidate === columns.kind[row])
  if (!Number.isInteger(number) || number < 1 || number > 99) return 'agendaNumber'
  if (!LETTER.test(letter)) return 'agendaLetter'
  const title = TITLE.safeParse(typed)
  if (!title.success) return title.error.issues[0]!.message
  const id = z.uuid().safeParse(columns.id[row]).data ?? null
  return kind ? { id, number, letter, title: title.data, kind } : 'choose'
}

const clash = (lines: readonly AgendaLine[], line: AgendaLine): string | undefined =>
  lines.some((candidate) => candidate.number === line.number && candidate.letter === line.letter)
    ? 'agendaTwice'
    : undefined
