import { getFormatter, getTranslations } from 'next-intl/server'
import { Marked } from '@/components/amendments/marked'
import type { SourceAmendment, SourcePosition, Voices } from '@/lib/consolidation/voices-queries'
import { paths } from '@/lib/paths'

/** What States said in writing about one source of an item: suggested changes, marked, and positions. */
export async function SourceVoices({ voices, itemId }: { voices: Voices; itemId: string }) {
  const amendments = voices.amendments.filter((one) => one.itemId === itemId)
  const positions = voices.positions.filter((one) => one.itemId === itemId)
  return (
    <div className="mt-2 grid gap-2 text-sm">
      <Positions positions={positions} />
      {amendments.map((one) => (
        <Amendment key={one.id} amendment={one} />
      ))}
    </div>
  )
}

async function Positions({ positions }: { positions: readonly SourcePosition[] }) {
  const [t, format] = await Promise.all([getTranslations('plenary.positions'), getFormatter()])
  return (['support', 'supportWithChange', 'oppose'] as const).map((kind) => {
    const names = positions.filter((one) => one.kind === kind).map((one) => one.delegationName)
    return names.length > 0 && <p key={kind}>{t(kind, { names: format.list(names) })}</p>
  })
}

async function Amendment({ amendment }: { amendment: SourceAmendment }) {
  const [t, format] = await Promise.all([getTranslations('plenary'), getFormatter()])
  const { sessionSlug, proposalNumber, number, by, reason, decision } = amendment
  return (
    <details className="border-s-2 border-line ps-3">
      <summary className="cursor-pointer py-1">
        <b className="font-semibold">{t('amendmentOf', { number, proposal: proposalNumber })}</b>{' '}
        {t('amendmentBy', { names: format.list(by) })}
        {decision && <span className="text-quiet"> · {t(`decisions.${decision}`)}</span>}
      </summary>
      <div className="grid gap-2 py-1">
        <Marked
          base={amendment.base}
          next={amendment.body}
          language={amendment.language}
          same={t('sameText')}
        />
        {reason && (
          <p dir="auto" className="max-w-prose whitespace-pre-line break-words text-quiet">
            {reason}
          </p>
        )}
        <p>
          <a href={paths.amendment(sessionSlug, proposalNumber, number)} className="py-1">
            {t('openAmendment')}
          </a>
        </p>
      </div>
    </details>
  )
}
