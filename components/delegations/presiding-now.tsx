import { printSeatTime } from '@/lib/clock'
import type { PowersView } from '@/lib/delegations/powers/queries'
import { translations } from '@/lib/messages'

/** Who presides now: the Chair, or the Vice-Chair who received the powers, and for what. */
export function PresidingNow({ handedTo }: Pick<PowersView, 'handedTo'>) {
  const t = translations('officersPage')
  if (!handedTo) return t('powersKept')
  return (
    <>
      {t('powersHanded', { name: handedTo.name, time: printSeatTime(handedTo.givenAt) })}
      {handedTo.scope && <span className="block text-quiet">{handedTo.scope}</span>}
    </>
  )
}
