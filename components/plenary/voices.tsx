import { Marked } from '@/components/text/marked'
import { statedPositions } from '@/lib/comments/kinds'
import type {
  SourceAmendment,
  SourcePosition,
  WrittenPositions,
} from '@/lib/plenary/written-positions'
import { paths } from '@/lib/paths'
import { formatter, translations } from '@/lib/messages'

/** The written positions of States on one source of an item: suggested changes, marked, and positions. */
export function SourceVoices({ voices, itemId }: { voices: WrittenPositions; itemId: string }) {
  const amendments = voices.amendments.filter((voice) => voice.itemId === itemId)
  const positions = voices.positions.filter((voice) => voice.itemId === itemId)
  return (
    <div className="mt-2 grid gap-2 text-sm">
      <Positions positions={positions} />
      {amendments.map((voice) => (
        <Amendment key={voice.id} amendment={voice} />
      ))}
    </div>
  )
}

function Positions({ positions }: { positions: readonly SourcePosition[] }) {
  const t = translations('plenary.positions')
  return statedPositions.map((position) => {
    const names = positions
      .filter((voice) => voice.position === position)
      .map((voice) => voice.delegationName)
    return names.length > 0 && <p key={position}>{t(position, { names: formatter.list(names) })}</p>
  })
}

function Amendment({ amendment }: { amendment: SourceAmendment }) {
  const t = translations('plenary')
  const { sessionSlug, proposalNumber, number, by, reason, decision } = amendment
  return (
    <details className="border-s-2 border-line ps-3">
      <summary className="cursor-pointer py-1">
        <b className="font-semibold">{t('amendmentOf', { number, proposal: proposalNumber })}</b>{' '}
        {t('amendmentBy', { names: formatter.list(by) })}
        {decision && <span className="text-quiet"> · {t(`decisions.${decision}`)}</span>}
      </summary>
      <div className="grid gap-2 py-1">
        <Marked
          base={amendment.base}
          next={amendment.body}
          language={amendment.language}
          unchangedText={t('sameText')}
        />
        {reason && (
          <p dir="auto" className="max-w-prose whitespace-pre-line break-words text-quiet">
            {reason}
          </p>
        )}
        <p>
          <a href={paths.amendment(sessionSlug, proposalNumber, number)} className="way">
            {t('openAmendment')}
          </a>
        </p>
      </div>
    </details>
  )
}
