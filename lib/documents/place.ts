import { paths } from '@/lib/paths'
import type { DocumentView } from './queries'

/** The public place of the thing that a document stands for; null if it is only files. */
export function publicPlaceOf(
  {
    kind,
    isThing,
    snapshotNumber,
    participantListNumber,
  }: Pick<DocumentView, 'kind' | 'isThing' | 'snapshotNumber' | 'participantListNumber'>,
  slug: string,
): string | null {
  if (!isThing) return null
  if (kind === 'preliminaryList') return paths.publicList(slug)
  if (kind === 'consolidatedList') return paths.publicConsolidated(slug)
  if (kind === 'concordance' || kind === 'decisions')
    return paths.publicConsolidated(slug, `?what=${kind}`)
  if (kind === 'report') return paths.publicReport(slug)
  if (participantListNumber) return paths.publicParticipants(slug, participantListNumber)
  return snapshotNumber ? paths.publicSnapshot(slug, snapshotNumber) : null
}
