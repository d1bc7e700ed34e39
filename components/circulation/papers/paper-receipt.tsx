import { printSeatTime } from '@/lib/clock'
import type { PaperView } from '@/lib/circulation/papers/queries'
import { translations } from '@/lib/messages'

/** The receipt of a paper: its time, its person, and the fingerprint of its file. */
export function PaperReceipt({
  paper,
  isTwice,
  file,
}: {
  paper: PaperView
  isTwice: boolean
  file: string
}) {
  const t = translations('papers')
  const entered = printSeatTime(paper.enteredAt)
  return (
    <section
      aria-labelledby="receipt"
      className="mb-8 grid gap-1 rounded-md border-s-4 border-accent bg-accent-wash px-4 py-3"
    >
      <h2 id="receipt" className="font-semibold">
        {t('receipt')}
      </h2>
      {isTwice && (
        <p role="status" className="font-semibold">
          {t('twice')}
        </p>
      )}
      <p>
        {t('received', { time: printSeatTime(paper.receivedAt) })} ·{' '}
        {paper.enteredBySecretariat
          ? t('enteredByOffice', { time: entered })
          : t('entered', { time: entered, name: paper.enteredBy })}
        {paper.isLate && <strong> · {t('late')}</strong>}
      </p>
      <p className="text-sm">
        {t('hash')}: <code className="break-all">{paper.hash}</code>
      </p>
      <p className="text-sm">
        <a href={file} download>
          {t('download')}
        </a>{' '}
        ({t('size', { size: Math.ceil(paper.size / 1_000) })})
      </p>
      {paper.discardedAt && <p>{translations('papers.status')('discarded')}</p>}
    </section>
  )
}
