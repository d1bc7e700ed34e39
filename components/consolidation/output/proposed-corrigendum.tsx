import { Difference } from '@/components/text/difference'
import { UnprintableLetters } from '@/components/text/unprintable-letters'
import { ActForm } from '@/components/ui/act-form'
import type { FormAction } from '@/components/ui/form'
import { printSeatTime } from '@/lib/clock'
import { translations } from '@/lib/messages'
import type { ProposedCorrigendumView } from '@/lib/plenary/corrigenda/queries'
import { directionOf } from '@/lib/text/locales'
import { listed } from '@/lib/text/apart'
import { apart } from '@/lib/text/apart'

/** A corrigendum before its release: its changes, its oddities, and the consequences. */
export function ProposedCorrigendum({
  proposal,
  present,
  language,
  slug,
  acts,
  check = translations('corrigenda')('check'),
}: {
  proposal: ProposedCorrigendumView
  /** The item's present text. */
  present: string
  language: string
  slug: string
  acts: { release: FormAction; discard: FormAction }
  /** The effect of the release. */
  check?: string
}) {
  const t = translations('corrigenda')
  const { id, text, reason, proposedAt, proposedBy, states, release } = proposal
  return (
    <section
      aria-labelledby={`proposed-${id}`}
      className="no-print sheet mt-6 grid max-w-3xl gap-4 p-5"
    >
      <div>
        <h3 id={`proposed-${id}`} className="font-semibold">
          {t('proposed')}
        </h3>
        <p className="text-sm text-quiet">
          {t('proposedBy', {
            time: printSeatTime(proposedAt),
            name: proposedBy,
            reason: apart(reason),
          })}
        </p>
      </div>
      <p
        lang={language}
        dir={directionOf(language)}
        className="max-w-prose whitespace-pre-line font-serif"
      >
        <Difference base={present} next={text} locale={language} />
      </p>
      {states.length > 0 && (
        <p className="border-s-4 border-alarm bg-alarm-wash px-4 py-3">
          {t('naming', { states: listed(states) })}
        </p>
      )}
      <UnprintableLetters text={text} />
      <p className="max-w-prose">{check}</p>
      <div className="flex flex-wrap items-start gap-3">
        {release.allowed ? (
          <ActForm action={acts.release} values={{ slug, id }} button={t('release')} />
        ) : (
          <p className="w-full text-sm text-quiet">{t('waitsForAnother')}</p>
        )}
        <ActForm
          action={acts.discard}
          values={{ slug, id }}
          button={t('discard')}
          label={t('discardThis')}
          tone="quiet"
        />
      </div>
    </section>
  )
}
