import type { AgendaItemKind } from '@/lib/sessions/kinds'
import type { SessionFile } from './format'

/** An agenda item of a file as the database keeps it; `label` is how the file's other parts name it. */
type FileAgendaItem = {
  label: string
  number: number
  letter: string
  title: string
  kind: AgendaItemKind
  allMeetingsKnown: boolean
}

/** "1a" as its number and its letter. */
const partsOf = (item: string) => ({
  number: Number.parseInt(item, 10),
  letter: item.replace(/^\d+/, ''),
})

/** "1 (a)": an agenda item as documents write it. */
export const printItem = (item: string): string => item.replace(/^(\d+)([a-z]+)$/, '$1 ($2)')

/** The agenda of a file; a kind that it does not tell follows from the title and the item above. */
export function agendaOf(file: SessionFile): FileAgendaItem[] {
  const kinds = new Map(file.agenda.map((line) => [line.item, line.kind]))
  return file.agenda.map(({ item, title, kind, allMeetingsKnown }) => {
    const { number, letter } = partsOf(item)
    const parent = letter ? file.agenda.find((line) => line.item === String(number)) : undefined
    return {
      label: item,
      number,
      letter,
      title,
      kind:
        kind ??
        (parent && (kinds.get(parent.item) ?? kindOf(parent.title, number))) ??
        kindOf(title, number),
      allMeetingsKnown: allMeetingsKnown ?? knowsAllMeetings(file, item),
    }
  })
}

function kindOf(title: string, number: number): AgendaItemKind {
  if (/adoption of the (draft )?report/i.test(title)) return 'adoptionOfReport'
  if (/^(any )?other (matters|business)/i.test(title)) return 'other'
  return number === 1 && /organi[sz]ation|opening|agenda/i.test(title)
    ? 'organizational'
    : 'substantive'
}

/** Whether each day on which the item was considered has its meeting. */
function knowsAllMeetings({ meetings, considered }: SessionFile, item: string): boolean {
  const entries = meetings.flatMap(({ items }) => items).filter((entry) => entry.item === item)
  return (
    entries.every(({ confirmed }) => confirmed) && !considered.some((entry) => entry.item === item)
  )
}
