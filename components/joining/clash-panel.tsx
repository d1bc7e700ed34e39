'use client'

import { useTranslations } from 'use-intl/react'
import { placeLetter } from '@/lib/amendments/negotiation/place-letter'
import { textOf } from '@/lib/amendments/joining/desk'
import type { Segment } from '@/lib/text/weave/weave'
import { MarkedText } from './joined-text'
import type { DeskState, Clash } from './use-desk'

/** Two people decided at the same time: both versions, and the common version before. */
export function ClashPanel({
  clash,
  base,
  segments,
  language,
  state,
}: {
  clash: Clash
  base: string
  segments: readonly Segment[]
  language: string
  state: DeskState
}) {
  const t = useTranslations('joining.desk')
  const versions = [
    [t('before'), clash.before],
    [t('theirs', { name: clash.by }), clash.theirs],
    [t('mine'), clash.mine],
  ] as const
  return (
    <section
      role="alert"
      aria-labelledby="clash"
      className="no-print mb-8 border-s-4 border-alarm bg-alarm-wash p-4"
    >
      <h2 id="clash" className="font-semibold">
        {t('both')}
      </h2>
      <p className="mt-1 mb-3 max-w-prose">{t('bothHint')}</p>
      {clash.differing.length > 0 && (
        <p className="mb-3">
          {t('differ')}{' '}
          {clash.differing.map((index) => (
            <a key={index} href={`#change-${index + 1}`} className="me-3 way">
              {t('change', { letter: placeLetter(index) })}
            </a>
          ))}
        </p>
      )}
      <div className="mb-3 grid gap-3">
        {versions.map(([title, decisions]) => (
          <details key={title} open={title !== t('before')} className="bg-sheet px-4 py-2">
            <summary className="cursor-pointer font-semibold">{title}</summary>
            <MarkedText base={base} text={textOf({ segments }, decisions)} language={language} />
          </details>
        ))}
      </div>
      <div className="flex flex-wrap gap-2">
        <button type="button" className="button" onClick={() => state.decide(clash.theirs)}>
          {t('useTheirs')}
        </button>
        <button type="button" className="button" onClick={() => state.decide(clash.mine)}>
          {t('useMine')}
        </button>
        <button type="button" className="button button-plain" onClick={state.closeClash}>
          {t('done')}
        </button>
      </div>
    </section>
  )
}
