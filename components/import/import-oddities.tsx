import { ordinalWord } from '@/lib/clock'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import type { ImportView } from '@/lib/proposals/import/queries'
import { listed } from '@/lib/text/apart'

/** The size of the list, and the points to check before it is issued, while it is open. */
export function ImportOddities({ draft, isOpen }: { draft: ImportView; isOpen: boolean }) {
  const t = translations('imports')
  const { items, odd } = draft
  const headings = new Set(items.map(({ heading }) => heading)).size
  const states = [...new Set(items.flatMap(({ by }) => by))].toSorted((a, b) =>
    a.localeCompare(b, 'en'),
  )
  const lines = (numbers: readonly number[]) =>
    numbers.slice(0, SHOWN).join(', ') + (numbers.length > SHOWN ? ', …' : '')
  const strange = [
    ...(odd.ordinalTaken ? [t('odd.ordinalTaken', { ordinal: draft.session.ordinal })] : []),
    ...(odd.unattributed.length > 0
      ? [
          t('odd.unattributed', {
            count: odd.unattributed.length,
            lines: lines(odd.unattributed),
          }),
        ]
      : []),
    ...odd.sameText.slice(0, SHOWN).map((pair) => t('odd.sameText', pair)),
    ...odd.twinHeadings.map((pair) => t('odd.twinHeadings', pair)),
    ...odd.otherLanguages.slice(0, SHOWN).map((at) => t('odd.otherLanguage', at)),
    ...odd.otherNames.map((state) =>
      t(state.printed === state.written ? 'odd.otherName' : 'odd.printedOtherwise', state),
    ),
    ...(odd.newDelegations.length > 0
      ? [t('odd.newDelegations', { names: listed(odd.newDelegations) })]
      : []),
  ]
  return (
    <section aria-labelledby="summary" className="max-w-3xl">
      <h2 id="summary" className="font-serif text-xl font-semibold">
        {t('summary', { items: items.length, headings, states: states.length })}
      </h2>
      {states.length > 0 && <p className="mt-1 text-sm text-quiet">{listed(states)}</p>}
      {(isOpen ? odd.issuedBefore : []).map(({ slug, ordinal }) => (
        <p key={slug} className="mt-4 border-s-4 border-alarm bg-alarm-wash px-4 py-3 text-alarm">
          {t('odd.issuedBefore', { session: ordinalWord(ordinal) })}{' '}
          <a href={paths.list(slug)}>{t('seeList')}</a>
        </p>
      ))}
      {isOpen && strange.length > 0 && (
        <>
          <h3 className="mt-4 font-semibold">{t('oddTitle')}</h3>
          <ul className="mt-1 grid list-disc gap-1 ps-5 text-sm">
            {strange.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

const SHOWN = 20
