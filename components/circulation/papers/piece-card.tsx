import { Difference } from '@/components/text/difference'
import { ActForm } from '@/components/ui/act-form'
import type { Reason } from '@/lib/circulation/forms/reading/judge'
import type { PaperView, PieceView } from '@/lib/circulation/papers/queries'
import { translations } from '@/lib/messages'
import { onBehalfOf } from '@/lib/sessions/attribution/attribution'
import type { PieceActs } from './acts'

/** A piece with the program's guesses, and the acts on it. */
export function PieceCard({
  piece,
  paper,
  acts,
  isOpen,
  open,
}: {
  piece: PieceView
  paper: PaperView
  acts: PieceActs
  isOpen: boolean
  open: string
}) {
  const t = translations('papers')
  const why = translations('papers.why')
  const sentence = ({ key, values }: Reason) => why(key, values)
  const isState = ({ key }: Reason) => key.startsWith('state.')
  const doubts = piece.doubts.filter((doubt) => !isState(doubt))
  const reasons = piece.reasons.filter((reason) => !isState(reason))
  return (
    <article aria-label={t('piece', { number: piece.number })} className="grid gap-2">
      <p className="text-sm text-quiet" dir="auto">
        {t('piece', { number: piece.number })}
        {piece.origin && <> · {piece.origin}</>}
      </p>
      {piece.text !== '' && (
        <p className="max-w-prose break-words whitespace-pre-wrap" dir="auto">
          {piece.text}
        </p>
      )}
      {piece.wording !== '' && (
        <div className="max-w-prose border-s-2 border-rule ps-3">
          <p className="text-sm text-quiet">{t('wording')}</p>
          <p className="break-words whitespace-pre-wrap" dir="auto">
            {piece.itemText === '' ? (
              piece.wording
            ) : (
              <Difference base={piece.itemText} next={piece.wording} locale={piece.itemLanguage} />
            )}
          </p>
        </div>
      )}
      <Understood piece={piece} state={piece.reasons.filter(isState).map(sentence)} />
      {piece.givenTo && (
        <p className="text-sm font-semibold">{t('givenTo', { name: piece.givenTo.name })}</p>
      )}
      {(reasons.length > 0 || doubts.length > 0) && (
        <ul className="grid gap-0.5 text-sm">
          {doubts.map((doubt, index) => (
            <li key={`d${index}`} className="font-semibold text-alarm">
              {sentence(doubt)}
            </li>
          ))}
          {reasons.map((reason, index) => (
            <li key={`r${index}`} className="text-quiet">
              {sentence(reason)}
            </li>
          ))}
        </ul>
      )}
      {paper.decides && !piece.isWritten && !isOpen && (
        <PieceButtons piece={piece} paper={paper} acts={acts} open={open} />
      )}
    </article>
  )
}

/** The target of the piece, and its content. */
function Understood({ piece, state }: { piece: PieceView; state: readonly string[] }) {
  const t = translations('papers')
  if (piece.notComment && !piece.isUnchanged)
    return <p className="text-sm font-semibold">{t('dismissed')}</p>
  const isOlder = piece.reasons.some(({ key }) => key === 'olderAnswer')
  const name = piece.targetKind === 'circulation' ? t('circulation') : piece.targetName
  const facts = [
    piece.category && translations('comments.categories')(piece.category),
    piece.position && translations('comments.positions')(piece.position),
    piece.onBehalfOf &&
      !piece.isRemainder &&
      onBehalfOf({ group: piece.onBehalfOf.name, members: [] }),
  ].filter(Boolean)
  if (!name && facts.length === 0 && state.length === 0) return null
  return (
    <p className="text-sm first-letter:uppercase">
      {state.map((word) => (
        <span key={word} className="me-2 rounded-sm bg-sunk px-1.5 py-0.5">
          {word}
        </span>
      ))}
      <strong dir="auto">
        {piece.isDecided && !piece.isUnchanged ? t('decided', { target: name }) : name}
      </strong>
      {facts.length > 0 && (
        <>
          {name && ' · '}
          {facts.join(' · ')}
        </>
      )}
      {piece.isUnchanged && !isOlder && <> · {t('unchangedHint')}</>}
      {piece.isWritten && (
        <> · {t('written', { state: piece.isReleased ? 'released' : 'inHand' })}</>
      )}
      {piece.guess && !piece.isDecided && (
        <span className="text-quiet"> – {translations('papers.guesses')(piece.guess)}</span>
      )}
    </p>
  )
}

function PieceButtons({
  piece,
  paper,
  acts,
  open,
}: {
  piece: PieceView
  paper: PaperView
  acts: PieceActs
  open: string
}) {
  const t = translations('papers')
  const values = { id: paper.id, version: paper.version, pieceId: piece.id }
  const label = (act: string) => `${act}: ${t('piece', { number: piece.number })}`
  const guessed = {
    ...values,
    target: piece.target,
    subject: piece.subject,
    category: piece.category ?? 'general',
    position: piece.position ?? 'none',
    onBehalfOfId: piece.onBehalfOf?.id ?? '',
  }
  return (
    <div className="no-print flex flex-wrap items-start gap-2">
      {piece.isDecided ? (
        <ActForm
          action={acts.reopen}
          values={values}
          button={t('again')}
          label={label(t('again'))}
          tone="plain"
        />
      ) : (
        <>
          {piece.target !== '' && (
            <ActForm
              action={acts.accept}
              values={guessed}
              button={t('isComment')}
              label={label(t('isComment'))}
              tone="quiet"
            />
          )}
          <ActForm
            action={acts.dismiss}
            values={values}
            button={t('notComment')}
            label={label(t('notComment'))}
            tone="quiet"
          />
        </>
      )}
      <a href={open} className="button button-plain" aria-label={label(t('change'))}>
        {t('change')}
      </a>
    </div>
  )
}
