import type { ReactNode } from 'react'
import { translations } from '@/lib/messages'
import type { RollRow } from '@/lib/silence/queries'
import type { Place } from '@/lib/silence/roll'

/** The letters, of those without a visible address one of each fate. */
const toShow = (letters: RollRow['letters']): RollRow['letters'] =>
  letters.filter(
    ({ email, reached }, index) =>
      email || letters.findIndex((letter) => letter.reached === reached) === index,
  )

/** The roll as it was frozen, and the people whom the opening letter reached. */
export function SilenceRoll({ roll }: { roll: readonly RollRow[] }) {
  const t = translations('silence')
  const members = roll.map(({ letters, ...member }) => ({
    ...member,
    letters:
      letters.length === 0
        ? t('noAddress')
        : toShow(letters).map(({ email, reached }, index) => (
            <span
              key={email || index}
              className={reached === 'failed' ? 'block font-semibold text-alarm' : 'block'}
            >
              {email && `${email}: `}
              {t(`reached.${reached}`)}
            </span>
          )),
  }))
  return <Roll lead={t('rollLead')} members={members} />
}

/** The roll as it would be frozen now, with the addresses to which the opening letter would go. */
export function PlannedRoll({ roll }: { roll: readonly Place[] }) {
  const t = translations('silence')
  const members = roll.map(({ addresses, ...member }) => ({
    ...member,
    id: `${member.capacity} ${member.holder}`,
    letters:
      addresses.length > 0 ? (
        addresses.map(({ email }) => email).join(', ')
      ) : (
        <span className={member.entitled ? 'font-semibold text-alarm' : ''}>{t('noAddress')}</span>
      ),
  }))
  return <Roll lead={t(roll.length === 0 ? 'plannedNobody' : 'plannedLead')} members={members} />
}

type Member = Pick<RollRow, 'id' | 'capacity' | 'holder' | 'entitled'> & { letters: ReactNode }

function Roll({ lead, members }: { lead: string; members: readonly Member[] }) {
  const t = translations('silence')
  return (
    <section aria-labelledby="roll">
      <h2 id="roll" className="mb-1 font-serif text-xl font-semibold">
        {t('roll')}
      </h2>
      <p className="mb-3 max-w-prose text-sm text-quiet">{lead}</p>
      <ul className="grid gap-2">
        {members.map(({ id, capacity, holder, entitled, letters }) => (
          <li key={id}>
            <span className="font-semibold">{capacity}</span>
            {holder && ` · ${holder}`}
            {!entitled && <span className="text-quiet"> · {t('observes')}</span>}
            <span className="block text-sm text-quiet">{letters}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
