import type { EnteredStep } from '@/lib/sessions/kinds'
import type { FileFault } from './faults'
import type { SessionFile } from './format'

type Procedure = SessionFile['silenceProcedures'][number]

/** The decision of a subject that passes in silence; a text decides nothing on the session. */
const STEPS: Partial<Record<Procedure['subject'], EnteredStep>> = {
  dates: 'datesApproved',
  agenda: 'agendaApproved',
  format: 'formatApproved',
  organizationOfWork: 'organizationOfWorkApproved',
}

const passedOn = ({ approvedOn, deadline }: Procedure): string | undefined => approvedOn ?? deadline

/** Procedures of which no decision can be kept: broken ones, those on a text, and those without a day. */
export const faultsOfSilences = ({ silenceProcedures }: SessionFile): FileFault[] =>
  silenceProcedures.flatMap((procedure, index) => {
    const path = `silenceProcedures[${index}]`
    if (procedure.result === 'broken') return [{ path: `${path}.result`, key: 'silenceBroken' }]
    if (!STEPS[procedure.subject]) return [{ path: `${path}.subject`, key: 'silenceText' }]
    return passedOn(procedure) ? [] : [{ path: `${path}.approvedOn`, key: 'missing' }]
  })

/** The file with a decision for each procedure that passed; one that stands among the decisions already is that one. */
export function withSilences(file: SessionFile): SessionFile {
  const further = file.silenceProcedures.flatMap((procedure) => {
    const step = STEPS[procedure.subject]
    const date = passedOn(procedure)
    if (procedure.result === 'broken' || !step || !date) return []
    const isThere = file.decisions.some(
      (decision) => decision.what === step && decision.how === 'silence' && decision.date === date,
    )
    const { by, startsOn, endsOn, format, formatWords } = procedure
    const set = { startsOn, endsOn, format, formatWords }
    return isThere
      ? []
      : [{ ...NO_PARTICULARS, ...set, what: step, by, how: 'silence' as const, date }]
  })
  return { ...file, decisions: [...file.decisions, ...further] }
}

const NO_PARTICULARS = { officer: '', remotely: false, reason: '', document: '' }
