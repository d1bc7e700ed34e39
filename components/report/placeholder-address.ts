import { paths } from '@/lib/paths'
import type { PlaceholderForm } from '@/lib/report/placeholder'
import { freeIdOf } from '@/lib/report/view'
import type { SessionView } from '@/lib/sessions/session-view'

/**
 * The page with the form that closes a gap of that kind; null for the wording of the paragraph, if the reader may not
 * write it or the group amended it.
 */
export function addressOf(
  form: PlaceholderForm,
  session: SessionView,
  { paragraph, writes }: { paragraph: string; writes: boolean },
): string | null {
  const { slug, groupId } = session
  const freeId = freeIdOf({ key: paragraph })
  const addresses: Record<PlaceholderForm, string | null> = {
    agenda: paths.agenda(slug),
    meetings: paths.meetings(slug),
    decisions: paths.steps(slug),
    bureau: paths.bureau(slug),
    statements: paths.speakers(slug),
    attendance: paths.attendance(slug),
    documents: paths.documents(slug),
    group: paths.group(groupId),
    workplan: paths.workplan(groupId),
    writing: writes && freeId ? paths.reviseReport(slug, freeId) : null,
  }
  return addresses[form]
}
