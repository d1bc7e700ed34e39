import { Deadline } from '@/components/time/deadline'
import { StateWord } from '@/components/ui/state-word'
import { listLabel } from './circulation-form'
import { printSeatTime } from '@/lib/clock'
import type { CirculationLine } from '@/lib/circulation/queries'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'

const SHAPES = { prepared: 'none', open: 'open', closed: 'ended' } as const

/** The circulations of a session, each with its lists, its deadline and the ways that this reader has. */
export function CirculationRows({
  circulations,
  slug,
  isOffice,
}: {
  circulations: readonly CirculationLine[]
  slug: string
  /** Whether the reader prepares circulations. */
  isOffice: boolean
}) {
  return (
    <div className="grid gap-6">
      {circulations.map((circulation) => (
        <CirculationSheet
          key={circulation.id}
          circulation={circulation}
          slug={slug}
          isOffice={isOffice}
        />
      ))}
    </div>
  )
}

function CirculationSheet({
  circulation,
  slug,
  isOffice,
}: {
  circulation: CirculationLine
  slug: string
  isOffice: boolean
}) {
  const t = translations('circulationSetup')
  const { id, title, phase, openUntil, lists, isAsked, items, looked } = circulation
  const ways = waysOf(circulation, slug, isOffice)
  return (
    <section aria-labelledby={`circulation-${id}`} className="sheet grid gap-4 p-5">
      <header className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 id={`circulation-${id}`} className="font-serif text-xl font-semibold">
          {title}
        </h2>
        <StateWord shape={SHAPES[phase]}>{t(`phases.${phase}`)}</StateWord>
      </header>
      <p>
        {phase === 'open' ? (
          <>
            {t('openUntil')} <Deadline until={openUntil} />
          </>
        ) : (
          t(phase === 'prepared' ? 'willEnd' : 'ended', { time: printSeatTime(openUntil) })
        )}{' '}
        <span className="text-quiet">{postedWords(circulation)}</span>
      </p>
      <ul className="grid gap-1 text-sm">
        {lists.map((list) => (
          <li key={list.id}>{listLabel(list)}</li>
        ))}
      </ul>
      {isAsked && phase === 'open' && (
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
          {t('looked', { looked, items })}
          <progress max={items} value={looked} aria-hidden className="desk-progress" />
        </p>
      )}
      <p className="no-print flex flex-wrap gap-2">
        {ways.map(({ href, label }, index) => (
          <a key={href} href={href} className={index === 0 ? 'button button-main' : 'button'}>
            {label}
          </a>
        ))}
      </p>
    </section>
  )
}

function postedWords({ postingRule, postAt, openUntil, isPosted, phase }: CirculationLine): string {
  const t = translations('circulationSetup')
  if (postingRule === 'atRelease') return t(phase === 'closed' ? 'posted' : 'postedAtRelease')
  const time = printSeatTime(postAt ?? openUntil)
  return t(isPosted ? 'postedSince' : 'postedAt', { time })
}

/** The links of this reader from a circulation, the next act first. */
function waysOf({ id, phase, isAsked }: CirculationLine, slug: string, isOffice: boolean) {
  const t = translations('circulationSetup')
  const manage = { href: paths.manageCirculation(slug, id), label: t('manage') }
  if (phase === 'prepared') return [manage]
  return [
    ...(isAsked
      ? [
          {
            href: paths.circulationComments(slug, id),
            label: t(phase === 'open' ? 'comment' : 'read'),
          },
        ]
      : []),
    { href: paths.compilation(slug, id), label: t('compilation') },
    ...(isOffice
      ? [
          manage,
          { href: paths.addressees(slug, id), label: t('addressees') },
          { href: paths.papers(slug, id), label: t('papers') },
        ]
      : []),
  ]
}
