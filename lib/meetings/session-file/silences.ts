import type { SessionStep } from '@/lib/sessions/kinds'
import type { FileFault } from './faults'
import type { SessionFile } from './format'

type Procedure = SessionFile['silenceProcedures'][number]

/** The decision of a subject that passes in silence. */
const STEPS: Record<Procedure['subject'], SessionStep> = {
  dates: 'datesApproved',
  agenda: 'agendaApproved',
  format: 'formatApproved',
  organizationOfWork: 'organizationOfWorkApproved',
  text: 'textApproved',
}

const passedOn = ({ approvedOn, deadline }: Procedure): string | undefined => approvedOn ?? deadline

/** Procedures of which no decision can be kept: broken ones, those without a day, and those on a text without a title. */
export const faultsOfSilences = ({ silenceProcedures }: SessionFile): FileFault[] =>
  silenceProcedures.flatMap((procedure, index) => {
    const path = `silenceProcedures[${index}]`
    if (procedure.result === 'broken') return [{ path: `${path}.result`, key: 'silenceBroken' }]
    if (!passedOn(procedure)) return [{ path: `${path}.approvedOn`, key: 'missing' }]
    const isUntitled = procedure.subject === 'text' && procedure.title === ''
    return isUntitled ? [{ path: `${path}.title`, key: 'missing' }] : []
  })

/** The file with a decision for each procedure that passed; one that is among the decisions already is reused. */
export function withSilences(file: SessionFile): SessionFile {
  const further = file.silenceProcedures.flatMap((procedure) => {
    const step = STEPS[procedure.subject]
    const date = passedOn(procedure)
    if (procedure.result === 'broken' || !date) return []
    const isThere = file.decisions.some(
      (decision) => decision.what === step && decision.how === 'silence' && decision.date === date,
    )
    const { by, startsOn, endsOn, format, formatWords, subject, title } = procedure
    const set = { startsOn, endsOn, format, formatWords, reason: subject === 'text' ? title : '' }
    return isThere
      ? []
      : [{ ...NO_PARTICULARS, ...set, what: step, by, how: 'silence' as const, date }]
  })
  return { ...file, decisions: [...file.decisions, ...further] }
}

const NO_PARTICULARS = { officer: '', remotely: false, document: '' }
