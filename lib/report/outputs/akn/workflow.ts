import { html, joinHtml, type SafeHtml } from '@/lib/html/safe-html'
import type { DecidedBy, DecidedHow, SessionStep } from '@/lib/sessions/kinds'

/** A decision in the file. */
export type AknStep = { step: SessionStep; decidedBy: DecidedBy; how: DecidedHow; on: string }

const BODIES: Record<DecidedBy, string> = {
  extendedBureau: 'bureau',
  group: 'group',
  chair: 'chair',
  secretariat: 'secretariat',
}
const OUTCOMES: Record<DecidedHow, string> = {
  silence: 'Approved by silence procedure',
  meeting: 'Decided at a meeting',
  ruling: 'Ruled by the presiding officer',
  informed: 'Informed',
}
const EVENTS: Record<SessionStep, string> = {
  datesApproved: 'Approval of the dates',
  postponed: 'Postponement',
  agendaApproved: 'Approval of the provisional agenda',
  formatApproved: 'Approval of the format',
  organizationOfWorkApproved: 'Approval of the organization of work',
  textApproved: 'Approval of a text',
  opened: 'Opening',
  agendaAdopted: 'Adoption of the agenda',
  workplanAdopted: 'Adoption of the workplan',
  suspended: 'Suspension',
  resumed: 'Resumption',
  reportAdopted: 'Adoption of the report',
  closed: 'Closure',
  reportIssued: 'Issue of the report',
  ruled: 'Ruling',
}

/** The decisions, silence procedures among them, in the order of their days; nothing if there were none. */
export const workflow = (steps: readonly AknStep[]): SafeHtml | '' =>
  steps.length === 0
    ? ''
    : html`<workflow source="#secretariat">
${joinHtml(
  steps.map(
    ({ step, decidedBy, how, on }) =>
      html`<step date="${on}" by="#${BODIES[decidedBy]}" as="#decider" refersTo="#${step}" outcome="#${how}"/>`,
  ),
  '\n',
)}
</workflow>
`

type Named = { group: string; symbolRoot: string }

/** The file's references: bodies, and the events and outcomes of its decisions. */
export function references(steps: readonly AknStep[], { group, symbolRoot }: Named): SafeHtml {
  const bodies = new Set(['group', 'secretariat', ...steps.map((step) => BODIES[step.decidedBy])])
  const names = { group, secretariat: 'Secretariat', bureau: 'Extended Bureau', chair: 'Chair' }
  const base = `/ontology/akn/un/${symbolRoot.toLowerCase().replaceAll('/', '-').replaceAll('.', '')}`
  const entries = [
    ...Object.entries(names)
      .filter(([id]) => bodies.has(id))
      .map(
        ([id, name]) =>
          html`<TLCOrganization eId="${id}" href="${id === 'secretariat' ? '/ontology/akn/un/secretariat' : `${base}/${id}`}" showAs="${name}"/>`,
      ),
    ...(steps.length > 0
      ? [html`<TLCRole eId="decider" href="/ontology/akn/un/role/decider" showAs="Deciding body"/>`]
      : []),
    ...[...new Set(steps.map(({ step }) => step))].map(
      (step) =>
        html`<TLCEvent eId="${step}" href="/ontology/akn/un/event/${step}" showAs="${EVENTS[step]}"/>`,
    ),
    ...[...new Set(steps.map(({ how }) => how))].map(
      (how) =>
        html`<TLCConcept eId="${how}" href="/ontology/akn/un/outcome/${how}" showAs="${OUTCOMES[how]}"/>`,
    ),
  ]
  return html`<references source="#secretariat">
${joinHtml(entries, '\n')}
</references>`
}
