import { printSeatTime } from '@/lib/clock'
import type { PaperRow } from '@/lib/circulation/papers/queries'
import { translations } from '@/lib/messages'

/** The papers that came in, the latest first. */
export function PaperRows({
  papers,
  link,
}: {
  papers: readonly PaperRow[]
  link: (id: string) => string
}) {
  const t = translations('papers')
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {papers.map((paper) => (
        <li key={paper.id} className="grid gap-1 py-3 sm:grid-cols-[1fr_auto] sm:gap-6">
          <div className="min-w-0">
            <a href={link(paper.id)} className="font-semibold break-words">
              {paper.fileName}
            </a>
            <p className="text-sm text-quiet">
              {t('rowOf', { kind: t(`kinds.${paper.kind}`), name: paper.delegation })} ·{' '}
              {t('received', { time: printSeatTime(paper.receivedAt) })}
              {paper.enteredBySecretariat && (
                <> · {t('enteredByOffice', { time: printSeatTime(paper.enteredAt) })}</>
              )}
            </p>
          </div>
          <p className="text-sm">{statusOf(paper)}</p>
        </li>
      ))}
    </ul>
  )
}

function statusOf({ confirmedAt, discardedAt, open }: PaperRow): string {
  const t = translations('papers.status')
  if (discardedAt) return t('discarded')
  if (confirmedAt) return t('confirmed')
  return open > 0 ? t('open', { count: open }) : t('ready')
}
