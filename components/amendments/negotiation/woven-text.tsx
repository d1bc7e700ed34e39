import { ChineseFont } from '@/components/text/chinese-font'
import { namesOf, type PlacedAmendment } from '@/lib/amendments/negotiation/amended-view'
import type { Piece, Place, Wish } from '@/lib/amendments/negotiation/woven'
import { placeLetter } from '@/lib/amendments/negotiation/place-letter'
import { directionOf } from '@/lib/text/locales'
import { translations } from '@/lib/messages'
import { Parts } from './parts'
import { listed } from '@/lib/text/apart'

type About = { amendments: readonly PlacedAmendment[] }

/** With more versions of the same words than this, the text could not be read between them. */
const MANY = 4

/**
 * The text with the amendments woven in: deletions and insertions. If they collide, the alternatives stand side by
 * side; if they are many, only their number. Each place has a letter that names the authors, and leads to its entry in
 * `PlaceList`, which has all of them.
 */
export function WovenText({
  paragraphs,
  amendments,
  language,
}: About & { paragraphs: readonly (readonly Piece[])[]; language: string }) {
  return (
    <div
      lang={language}
      dir={directionOf(language)}
      className="text-of-record"
      data-testid="woven-text"
    >
      {language === 'zh' && <ChineseFont />}
      {paragraphs.map((pieces, index) => (
        <p key={index}>
          {pieces.map((piece, at) =>
            piece.kind === 'kept' ? (
              <Parts key={at} parts={[piece.part]} />
            ) : (
              <Changed key={at} place={piece.place} amendments={amendments} />
            ),
          )}
        </p>
      ))}
    </div>
  )
}

function Changed({ place, amendments }: About & { place: Place }) {
  const t = translations('amendments')
  const { number, base, wishes } = place
  const collides = wishes.length > 1
  return (
    <span id={`at-${number}`}>
      {base.length > 0 && (
        <del>
          <Parts parts={base} />
        </del>
      )}
      {collides && wishes.length <= MANY ? (
        <span className="mx-0.5 rounded-sm border border-line-strong box-decoration-clone px-1 py-px">
          {wishes.map((wish, index) => (
            <span key={index}>
              {index > 0 && (
                <span aria-hidden className="px-1 text-line-strong">
                  │
                </span>
              )}
              <Wanted wish={wish} />
            </span>
          ))}
        </span>
      ) : (
        wishes.length === 1 && <Wanted wish={wishes[0]!} quiet />
      )}
      <a
        href={`#place-${number}`}
        lang="en"
        dir="ltr"
        title={wishes.map(({ by }) => listed(namesOf(by, amendments))).join(' · ')}
        className="place-letter"
      >
        {placeLetter(number - 1)}
        {wishes.length > MANY && ` · ${t('versions', { wishes: wishes.length })}`}
      </a>
    </span>
  )
}

/** The inserted words; if there are none, the struck words say it unless others insert something. */
function Wanted({ wish, quiet = false }: { wish: Wish; quiet?: boolean }) {
  const t = translations('amendments')
  if (wish.parts.length > 0)
    return (
      <ins>
        <Parts parts={wish.parts} />
      </ins>
    )
  return quiet ? null : <span className="font-sans text-sm text-quiet">{t('nothing')}</span>
}
