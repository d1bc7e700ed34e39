import { StateWord } from '@/components/ui/state-word'
import { printSeatTime } from '@/lib/clock'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import type { SilenceSummary } from '@/lib/silence/queries'
import { StandingWord } from './standing'

/** The procedures of a session as a ledger, the latest first. */
export function SilenceRows({
  silences,
  slug,
}: {
  silences: readonly SilenceSummary[]
  slug: string
}) {
  const t = translations('silence')
  return (
    <table className="ledger ledger-stacked">
      <caption className="sr-only">{t('caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('question')}</th>
          <th scope="col">{t('subject')}</th>
          <th scope="col">{t('deadline')}</th>
          <th scope="col">{t('state')}</th>
        </tr>
      </thead>
      <tbody>
        {silences.map(({ id, number, title, subject, deadline, standing, discarded }) => (
          <tr key={id}>
            <td>
              <a href={paths.silence(slug, number)} className="font-serif text-base font-semibold">
                {number}. {title}
              </a>
            </td>
            <td className="text-quiet">{t(`subjects.${subject}`)}</td>
            <td>{deadline ? printSeatTime(deadline) : '–'}</td>
            <td>
              {discarded ? (
                <StateWord shape="ended">{t('discarded')}</StateWord>
              ) : (
                <StandingWord standing={standing} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
