import { namesOf, type PlacedAmendment } from '@/lib/amendments/negotiation/amended-view'
import type { Part, Place, Wish } from '@/lib/amendments/negotiation/woven'
import { placeLetter } from '@/lib/amendments/negotiation/place-letter'
import { paths } from '@/lib/paths'
import { directionOfWords } from '@/lib/text/locales'
import { translations } from '@/lib/messages'
import { Parts } from './parts'
import { listed } from '@/lib/text/apart'

type About = {
  amendments: readonly PlacedAmendment[]
  language: string
  /** The amendments' place: the session's slug and the proposal's number. */
  of: { slug: string; number: number }
}

/** The changed places of a woven text, each with all its alternatives, their number and their authors. */
export function PlaceList({ places, ...about }: About & { places: readonly Place[] }) {
  const t = translations('amendments')
  return (
    <ol className="grid gap-5" data-testid="places">
      {places.map((place) => {
        const collides = place.wishes.length > 1
        return (
          <li key={place.number} id={`place-${place.number}`} className="scroll-mt-4 text-sm">
            <p className="flex flex-wrap gap-x-2 text-xs text-quiet">
              <a
                href={`#at-${place.number}`}
                className="inline-block font-semibold pointer-coarse:py-3"
              >
                {t('place', { letter: placeLetter(place.number - 1) })}
              </a>
              {collides && (
                <span className="font-semibold text-ink">
                  {t('collide', { wishes: place.wishes.length })}
                </span>
              )}
            </p>
            {place.base.length > 0 && (
              <p
                lang={about.language}
                dir={directionOfParts(place.base, about.language)}
                className="break-words font-serif"
              >
                <del>
                  <Parts parts={place.base} />
                </del>
              </p>
            )}
            <ul
              className={`mt-1 grid gap-x-4 gap-y-2 ${collides ? 'sm:grid-cols-2 lg:grid-cols-1 xl:grid-cols-2' : ''}`}
            >
              {place.wishes.map((wish, index) => (
                <li key={index} className="border-s-2 border-line-strong ps-3">
                  <Wanted wish={wish} {...about} />
                </li>
              ))}
            </ul>
          </li>
        )
      })}
    </ol>
  )
}

const directionOfParts = (parts: readonly Part[], language: string) =>
  directionOfWords(parts.map(({ text }) => text).join(''), language)

function Wanted({ wish, amendments, language, of }: About & { wish: Wish }) {
  const t = translations('amendments')
  const names = namesOf(wish.by, amendments)
  const asking = amendments.filter(({ id }) => wish.by.includes(id))
  return (
    <>
      <p
        lang={language}
        dir={directionOfParts(wish.parts, language)}
        className="break-words font-serif"
      >
        {wish.parts.length > 0 ? (
          <ins>
            <Parts parts={wish.parts} />
          </ins>
        ) : (
          <span lang="en" dir="ltr" className="font-sans text-quiet">
            {t('nothing')}
          </span>
        )}
      </p>
      <p>
        {listed(names)}
        {names.length > 1 && <> ({t('delegations', { count: names.length })})</>}
      </p>
      <p className="text-xs">
        {asking.map((amendment) => (
          <a
            key={amendment.id}
            href={paths.amendment(of.slug, of.number, amendment.number)}
            className="me-3 way"
          >
            {t('title', { number: amendment.number })}
            {amendment.label === 'needsAttention' && ` · ${t('labels.needsAttention')}`}
          </a>
        ))}
      </p>
    </>
  )
}
