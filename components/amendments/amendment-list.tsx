import { type PlacedAmendment, waits } from '@/lib/amendments/negotiation/amended-view'
import { excerpts } from '@/lib/amendments/excerpts'
import { onBehalfOf } from '@/lib/sessions/attribution/attribution'
import { paths } from '@/lib/paths'
import { diff } from '@/lib/text/diff/diff'
import type { TextDocument } from '@/lib/text/document/document'
import { directionOf } from '@/lib/text/locales'
import { toMarked } from '@/lib/text/document/marked'
import { formatter, translations } from '@/lib/messages'
import { LabelWord } from './label-word'

type About = {
  bodies: ReadonlyMap<number, TextDocument>
  current: number
  language: string
  of: { slug: string; number: number }
  /** Whether the reader's delegation decides them. */
  decides: boolean
}

/** Amendments as short lines that open to their changes and reasons; many stay quick to read. */
export function AmendmentList({
  amendments,
  ...about
}: About & { amendments: readonly PlacedAmendment[] }) {
  return (
    <ol className="border-t border-line" data-testid="amendments">
      {amendments.map((amendment) => (
        <li
          key={amendment.id}
          id={`amendment-${amendment.number}`}
          className="scroll-mt-4 border-b border-line"
        >
          <AmendmentLine amendment={amendment} {...about} />
        </li>
      ))}
    </ol>
  )
}

function AmendmentLine({ amendment, ...about }: About & { amendment: PlacedAmendment }) {
  const t = translations('amendments')
  const tr = translations('amendments.related')
  const { number, delegationName, onBehalf, coSponsors } = amendment
  const { revisionNumber, reason, decisions } = amendment
  const names = formatter.list(coSponsors.map(({ name }) => name))
  return (
    <details className="group">
      <summary className="grid cursor-pointer grid-cols-[2.75rem_minmax(0,1fr)_auto] items-baseline gap-x-2 py-2 text-sm">
        <span className="font-semibold text-accent tabular-nums">
          <span aria-hidden className="me-1 inline-block text-xs text-quiet group-open:rotate-90">
            ▸
          </span>
          {number}
        </span>
        <span className="min-w-0">
          <b className="font-semibold">{delegationName}</b>
          {onBehalf && `, ${onBehalfOf(onBehalf)}`}
          {coSponsors.length > 0 && <> {t('with', { names })}</>}
          {amendment.amends && (
            <> · {tr('amends', { number: amendment.amends.number, name: amendment.amends.name })}</>
          )}
          {amendment.replacedBy && (
            <span className="text-quiet">
              {' '}
              · {tr('replacedBy', { number: amendment.replacedBy.number, name: delegationName })}
            </span>
          )}
          {revisionNumber !== about.current && (
            <span className="text-quiet"> · {t('onRevision', { number: revisionNumber })}</span>
          )}
          {decisions.map(({ revision, kind }) => (
            <span key={revision}> · {t(`decisions.${kind}`, { revision })}</span>
          ))}
          {reason && (
            <span dir="auto" className="block truncate text-quiet group-open:hidden">
              {reason}
            </span>
          )}
        </span>
        <LabelWord amendment={amendment} />
      </summary>
      <div className="grid gap-2 pb-4 ps-13 text-sm">
        <Changes amendment={amendment} {...about} />
        {reason && (
          <p dir="auto" className="max-w-prose whitespace-pre-line break-words">
            {reason}
          </p>
        )}
        <p>
          <a href={paths.amendment(about.of.slug, about.of.number, number)} className="way">
            {t('open', { number })}
          </a>
          {about.decides && waits(amendment) && (
            <a
              href={paths.joining(about.of.slug, about.of.number, number)}
              className="way ms-5 font-semibold"
            >
              {t('decideThis')}
            </a>
          )}
        </p>
      </div>
    </details>
  )
}

/** The amendment's changes in the revision that it was made on, with a few words around. */
function Changes({ amendment, bodies, language }: About & { amendment: PlacedAmendment }) {
  const t = translations('amendments')
  const base = amendment.amends?.body ?? bodies.get(amendment.revisionNumber)
  if (amendment.label === 'unreadable' || !base)
    return (
      <>
        <p className="text-quiet">{t('unreadable')}</p>
        <p lang={language} dir="auto" className="whitespace-pre-line break-words font-serif">
          {amendment.text.slice(0, 2_000)}
        </p>
      </>
    )
  const baseText = toMarked(base)
  const changes = excerpts(baseText, diff(baseText, toMarked(amendment.body), language))
  return (
    <ul lang={language} dir={directionOf(language)} className="grid gap-1.5 font-serif text-base">
      {changes.map(({ before, remove, insert, after }, index) => (
        <li key={index} className="break-words">
          {before}
          {remove && <del>{remove}</del>}
          {insert && <ins>{insert}</ins>}
          {after}
        </li>
      ))}
    </ul>
  )
}
