'use client'

import { useTranslations } from 'use-intl/react'
import { ordinalFigure } from '@/lib/clock'
import type { DecisionOnScreen } from '@/lib/sessions/decisions/on-screen'
import { apart } from '@/lib/text/apart'

/** A decision before the room: its person, its time, and the words of the ruling or the step. */
export function DecisionText({ decision }: { decision: DecisionOnScreen }) {
  const t = useTranslations('plenary.rulings.screen')
  const steps = useTranslations('sitting.steps')
  const { step, words } = decision
  return (
    <div className="text-of-record">
      {step !== 'ruled' && <p className="font-semibold">{steps(step)}</p>}
      {words && (
        <p dir="auto">{step === 'ruled' ? words : t('because', { reason: apart(words) })}</p>
      )}
    </div>
  )
}

/** "Ruling of the Chair · 2nd meeting · 29 November 2026" */
export function AboutDecision({ decision }: { decision: DecisionOnScreen }) {
  const t = useTranslations('plenary.rulings.screen')
  const { decidedBy, how, meeting, date } = decision
  return (
    <>
      <strong data-testid="decision">
        {t(how === 'ruling' ? 'ruling' : `decision.${decidedBy}`)}
      </strong>
      {meeting !== null && (
        <span className="text-quiet">{t('meeting', { meeting: ordinalFigure(meeting) })}</span>
      )}
      <span className="text-quiet">{date}</span>
    </>
  )
}
