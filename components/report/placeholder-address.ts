import { paths } from '@/lib/paths'
import type { PlaceholderForm } from '@/lib/report/placeholder'
import type { SessionView } from '@/lib/sessions/session-view'

/** The page with the form that closes a gap of that kind. */
export function addressOf(form: PlaceholderForm, session: SessionView): string {
  const { slug, groupId } = session
  const addresses: Record<PlaceholderForm, string> = {
    agenda: paths.agenda(slug),
    meetings: paths.meetings(slug),
    decisions: paths.steps(slug),
    bureau: paths.bureau(slug),
    statements: paths.speakers(slug),
    attendance: paths.attendance(slug),
    documents: paths.documents(slug),
    group: paths.group(groupId),
    workplan: paths.workplan(groupId),
  }
  return addresses[form]
}
