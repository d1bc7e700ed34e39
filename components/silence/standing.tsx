import { Deadline } from '@/components/time/deadline'
import { type Shape, StateWord } from '@/components/ui/state-word'
import { printSeatDate, printSeatTime } from '@/lib/clock'
import { translations } from '@/lib/messages'
import type { SilenceView } from '@/lib/silence/queries'
import { finalAt, isOpened, mayResume, type Standing } from '@/lib/silence/result'

const SHAPES: Record<Standing, Shape> = {
  prepared: 'none',
  open: 'open',
  broken: 'ended',
  waiting: 'waiting',
  approved: 'done',
}

/** The state of a procedure, as a word. */
export function StandingWord({ standing }: { standing: Standing }) {
  const t = translations('silence.standings')
  return <StateWord shape={SHAPES[standing]}>{t(standing)}</StateWord>
}

/**
 * The one clock of a procedure: its deadline in the seat's time, the reader's and UTC, and the consequence. While the
 * silence lasts, the deadline is largest; afterwards the result.
 */
export function StandingNow({ view }: { view: SilenceView }) {
  const t = translations('silence')
  const { silence, standing, deadline } = view
  if (!deadline || !isOpened(silence)) return <StandingWord standing={standing} />
  const sentence = standing === 'broken' && mayResume(silence) ? 'resumable' : standing
  const said =
    sentence !== 'prepared' &&
    t(`said.${sentence}`, { time: printSeatTime(finalAt(silence)), date: printSeatDate(deadline) })
  const isOpen = standing === 'open'
  const clock = (
    <p className={isOpen ? 'text-lg' : 'mt-2 text-sm text-quiet'}>
      {t('clock')} <Deadline until={deadline} />
      <span className="block text-sm text-quiet">
        {t('utc', { time: deadline.toISOString().slice(0, 16).replace('T', ' ') })}
      </span>
    </p>
  )
  return (
    <div
      className="rounded-md border-s-4 border-accent bg-accent-wash px-4 py-3"
      data-standing={standing}
    >
      <p className="mb-1">
        <StandingWord standing={standing} />
      </p>
      {isOpen && clock}
      {said && <p className={isOpen ? 'mt-2' : 'text-lg font-semibold'}>{said}</p>}
      {view.decision !== null && <p>{t('decision', { number: view.decision })}</p>}
      {!isOpen && clock}
    </div>
  )
}
