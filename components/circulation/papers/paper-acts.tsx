import { OnBehalfField, offersGroups } from '@/components/groups/on-behalf-field'
import { ActForm } from '@/components/ui/act-form'
import { Form, type FormAction, HiddenValues, SubmitButton } from '@/components/ui/form'
import type { PaperView } from '@/lib/circulation/papers/queries'
import { countsOf, finishOf, isUnsure, type PieceCounts } from '@/lib/circulation/papers/shown'
import { translations } from '@/lib/messages'
import { ReleaseSeveral } from './release-several'

/** The numbers of a paper, and the acts on several of its pieces. */
export function PaperActs({
  paper,
  acts,
  inHand,
  open,
}: {
  paper: PaperView
  acts: Record<'acceptSeveral' | 'confirm' | 'release' | 'group', FormAction>
  inHand: string
  /** The address at which the form of a piece is open. */
  open: (piece: string) => string
}) {
  const t = translations('papers')
  const version = { id: paper.id, version: paper.version }
  const undecided = paper.pieces.filter(({ isDecided }) => !isDecided)
  const acceptable = undecided.filter(
    ({ isRemainder, target, doubts }) => !isRemainder && target !== '' && doubts.length === 0,
  ).length
  const unsure = undecided.find(isUnsure)
  // Before a first decision, one press must not dismiss the whole paper.
  const isUntouched = unsure !== undefined && undecided.length === paper.pieces.length
  const isForm = paper.kind === 'form'
  const counts = countsOf(paper.pieces)
  const canFinish = undecided.length === 0 && !paper.confirmedAt
  return (
    <section className="mb-10 grid gap-4">
      <p role="status" className="font-semibold">
        {summaryOf(counts)}
      </p>
      {paper.decides && (
        <div className="no-print flex flex-wrap items-start gap-3">
          {acceptable > 0 && (
            <ActForm
              action={acts.acceptSeveral}
              values={{ ...version, which: 'clear' }}
              button={t(isForm ? 'acceptClear' : 'acceptGuessed', { count: acceptable })}
            />
          )}
          {acceptable === 0 && unsure && (
            <a href={open(unsure.id)} className="button button-main">
              {t('decideNext', { number: unsure.number })}
            </a>
          )}
          {acceptable === 0 && undecided.length > 0 && !isUntouched && (
            <ActForm
              action={acts.acceptSeveral}
              values={{ ...version, which: 'rest' }}
              button={t('acceptRest', { count: undecided.length })}
              tone="quiet"
            />
          )}
          {(counts.comments > 0 || canFinish) && (
            <ActForm
              action={acts.confirm}
              values={version}
              button={t(finishOf(counts), { count: counts.comments })}
              tone={acceptable > 0 || unsure ? 'quiet' : 'main'}
            />
          )}
        </div>
      )}
      {paper.decides && counts.comments > 0 && (
        <p className="max-w-prose text-sm text-quiet">
          {paper.enteredBySecretariat
            ? t('confirmHintOffice', { late: paper.isLate ? 'yes' : 'no' })
            : t('confirmHint')}
        </p>
      )}
      {paper.decides && <PaperGroup paper={paper} action={acts.group} />}
      {paper.toRelease.map(({ delegation, ids, replacing }) => (
        <ReleaseSeveral
          key={delegation}
          means={replacing > 0 ? t('replaces', { count: replacing, name: delegation }) : ''}
          action={acts.release}
          circulationId={paper.circulationId}
          ids={ids}
          button={t(paper.isLate ? 'acceptLate' : 'release', {
            count: ids.length,
            of: paper.toRelease.length === 1 && delegation === paper.delegation ? 'own' : 'other',
            name: delegation,
          })}
        />
      ))}
      {counts.written > 0 && !paper.enteredBySecretariat && (
        <p>
          <a href={inHand}>{t('toInHand')}</a>
        </p>
      )}
    </section>
  )
}

/** The choice of a group of States for which the delegation speaks in the whole paper, or for none. */
function PaperGroup({ paper, action }: { paper: PaperView; action: FormAction }) {
  const t = translations('papers')
  const open = paper.pieces.filter(({ isWritten, givenTo }) => !isWritten && !givenTo)
  const chosen = open[0]?.onBehalfOf ?? null
  const isOne = open.every(({ onBehalfOf }) => onBehalfOf?.id === chosen?.id)
  if (open.length === 0 || !offersGroups(paper.groups, chosen)) return null
  return (
    <Form action={action} className="no-print flex max-w-3xl flex-wrap items-end gap-3">
      <HiddenValues values={{ id: paper.id, version: paper.version }} />
      <OnBehalfField
        groups={paper.groups}
        chosen={isOne ? chosen : null}
        words={{ label: t('group'), hint: t('paperGroupHint'), nobody: t('groupNone') }}
      />
      <SubmitButton tone="quiet">{t('paperGroup')}</SubmitButton>
    </Form>
  )
}

/** The numbers in words; undecided ones always. */
function summaryOf(counts: PieceCounts): string {
  const t = translations('papers.counts')
  return Object.entries(counts)
    .filter(([key, count]) => count > 0 || key === 'open')
    .map(([key, count]) => t(key, { count }))
    .join(' · ')
}
