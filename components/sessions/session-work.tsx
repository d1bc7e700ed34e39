import type { ReactNode } from 'react'
import { printSeatTime } from '@/lib/clock'
import { periodKinds } from '@/lib/sessions/kinds'
import type { PeriodView, SessionView } from '@/lib/sessions/session-view'
import { translations } from '@/lib/messages'
import { Deadline } from '@/components/time/deadline'
import { type Shape, StateWord } from '@/components/ui/state-word'

/** A part of a session's work: its state as a word, and what follows from it. */
export type Work = { title: string; shape: Shape; state: string; children?: ReactNode }

/** The parts of a session's work, side by side. */
export function SessionWork({ works }: { works: readonly Work[] }) {
  return (
    <section aria-label={translations('overview')('periods')}>
      <dl className="sheet grid gap-px overflow-hidden bg-line sm:grid-cols-2">
        {works.map(({ title, shape, state, children }) => (
          <div key={title} className="bg-sheet px-5 py-4">
            <dt className="kicker">{title}</dt>
            <dd>
              <StateWord shape={shape}>{state}</StateWord>
              {children}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/**
 * Until when proposals and comments are taken, or since when they are not. A stock-taking, which may have no such
 * period, names only those that it had.
 */
export function periodsOf(session: SessionView): Work[] {
  const t = translations('overview')
  return periodKinds
    .filter((kind) => session[kind] !== null || session.kind === 'topical')
    .map((kind) => ({ title: t(`period.${kind}`), ...periodWork(session[kind]) }))
}

function periodWork(period: PeriodView | null): Omit<Work, 'title'> {
  const t = translations('overview')
  if (!period) return { shape: 'none', state: t('periodNever') }
  const { open, openUntil, closedAt } = period
  return open ? openWork(openUntil) : closedWork(closedAt ?? openUntil)
}

/** Open until a deadline. */
export const openWork = (until: Date): Omit<Work, 'title'> => ({
  shape: 'open',
  state: translations('periodsForm')('stateOpen'),
  children: (
    <span className="block">
      {translations('overview')('periodOpen')} <Deadline until={until} />
    </span>
  ),
})

/** Closed since. */
export const closedWork = (at: Date): Omit<Work, 'title'> => ({
  shape: 'ended',
  state: translations('periodsForm')('stateClosed'),
  children: (
    <span className="block text-sm text-quiet">
      {translations('overview')('periodClosed', { time: printSeatTime(at) })}
    </span>
  ),
})
