import { Confirmed } from '@/components/ui/confirmed'
import { type FormAction, HiddenValues } from '@/components/ui/form'
import { StateWord } from '@/components/ui/state-word'
import { printSeatTime } from '@/lib/clock'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { printReceived } from '@/lib/silence/result'
import type { BreakView, SilenceView } from '@/lib/silence/queries'

/** All breaks, also late and withdrawn ones, with the text of each; `own` are those that the reader may withdraw. */
export function SilenceBreaks({
  view,
  slug,
  own,
  withdraw,
}: {
  view: SilenceView
  slug: string
  own: readonly string[]
  withdraw: FormAction
}) {
  const t = translations('silence')
  const { breaks, silence } = view
  return (
    <section aria-labelledby="breaks">
      <h2 id="breaks" className="mb-2 font-serif text-xl font-semibold">
        {t('breaks')}
      </h2>
      {breaks.length === 0 && <p className="text-quiet">{t('noBreaks')}</p>}
      <ul className="grid gap-4">
        {breaks.map((silenceBreak) => (
          <li key={silenceBreak.id} className="border-s-2 border-line-strong ps-3">
            <p>
              <span className="font-semibold">{silenceBreak.capacity}</span>{' '}
              <BreakState broken={silenceBreak} />
            </p>
            <p className="text-sm text-quiet">
              {t('received', { time: printReceived(silenceBreak) })} ·{' '}
              {t('way', { way: silenceBreak.way })}
              {silenceBreak.scanName && (
                <>
                  {' · '}
                  <a href={paths.silenceFile(slug, silence.number, silenceBreak.id)}>{t('scan')}</a>
                </>
              )}
            </p>
            <dl className="mt-1 max-w-prose">
              <dt className="kicker">{t('point')}</dt>
              <dd dir="auto" className="break-words">
                {silenceBreak.point}
              </dd>
              <dt className="kicker mt-1">{t('reason')}</dt>
              <dd dir="auto" className="whitespace-pre-line break-words">
                {silenceBreak.reason}
              </dd>
            </dl>
            {own.includes(silenceBreak.id) && (
              <Confirmed
                title={t('withdraw')}
                label={t('withdrawThis', { capacity: silenceBreak.capacity })}
                action={withdraw}
              >
                <HiddenValues values={{ id: silenceBreak.id }} />
                <p className="max-w-prose text-sm">{t('withdrawLead')}</p>
              </Confirmed>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function BreakState({ broken }: { broken: BreakView }) {
  const t = translations('silence')
  if (!broken.inTime) return <StateWord shape="ended">{t('late')}</StateWord>
  return broken.withdrawnAt ? (
    <StateWord shape="ended">
      {t('withdrawnAt', { time: printSeatTime(broken.withdrawnAt) })}
    </StateWord>
  ) : (
    <StateWord shape="open">{t('standings.broken')}</StateWord>
  )
}
