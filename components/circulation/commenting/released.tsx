import { Confirmed } from '@/components/ui/confirmed'
import { type FormAction, HiddenValues } from '@/components/ui/form'
import { printSeatTime } from '@/lib/clock'
import type { ReleasedView } from '@/lib/circulation/comments/reading/views'
import { GroupMembers } from '@/components/groups/on-behalf'
import { withGroup } from '@/lib/sessions/attribution/attribution'
import { translations } from '@/lib/messages'
import { aboutWords, SaidWords, saidMark } from './said'

type ReleasedActs = {
  /** The address of the form that changes the comment; null if it may not be changed. */
  changeAddress: string | null
  withdraw: FormAction | null
  retract: FormAction | null
}

/** A released comment: its content, its end, and this reader's acts on it. */
export function Released({
  comment,
  acts,
  about: About,
  address,
  slug,
}: {
  comment: ReleasedView
  /** Of the session. */
  slug: string
  acts: ReleasedActs | null
  /** The heading with the comment's target, if the page has none. */
  about?: 'h2' | 'h3'
  /** The page of the comment alone. */
  address?: string
}) {
  const t = translations('circulationComments')
  const { delegationName: name, withdrawnAt, retractedAt, replacedById } = comment
  const hasEnded = withdrawnAt ?? retractedAt
  return (
    <article id={`comment-${comment.id}`} className="border-s-2 border-line ps-4">
      {About && <About className="font-semibold">{aboutWords(comment)}</About>}
      {withdrawnAt && (
        <p className="italic text-quiet">
          {t('withdrawnOn', { name, time: printSeatTime(withdrawnAt) })}
        </p>
      )}
      {retractedAt && (
        <p className="italic text-quiet">
          {t('retractedOn', {
            name,
            by: comment.retractedBy,
            time: printSeatTime(retractedAt),
          })}
        </p>
      )}
      {!hasEnded && (
        <>
          <p className="text-sm text-quiet">
            {factsOf(comment).join(' · ')}
            {address && (
              <>
                {' · '}
                <a href={address} className="way">
                  {t('alone')}
                </a>
              </>
            )}
          </p>
          {comment.onBehalf && (
            <>
              <p>{withGroup(name, comment.onBehalf)}</p>
              <GroupMembers onBehalf={comment.onBehalf} slug={slug} />
            </>
          )}
          {replacedById && <p className="text-sm text-quiet">{t('replacedOn')}</p>}
          <SaidWords comment={comment} />
          {acts && <Acts comment={comment} acts={acts} />}
        </>
      )}
    </article>
  )
}

function factsOf(comment: ReleasedView): string[] {
  const t = translations('circulationComments')
  const { late, enteredBySecretariat, receivedAt, releasedAt } = comment
  return [
    saidMark(comment),
    t('releasedOn', { time: printSeatTime(releasedAt) }),
    ...(enteredBySecretariat || late ? [t('receivedOn', { time: printSeatTime(receivedAt) })] : []),
    ...(late ? [t('late')] : []),
    ...(enteredBySecretariat ? [t('enteredBySecretariat')] : []),
  ].filter((fact) => fact !== '')
}

function Acts({ comment, acts }: { comment: ReleasedView; acts: ReleasedActs }) {
  const t = translations('circulationComments')
  const { id, delegationName: name } = comment
  const time = printSeatTime(comment.releasedAt)
  const { changeAddress, withdraw, retract } = acts
  return (
    <div className="no-print flex flex-wrap items-start gap-x-3 text-sm">
      {changeAddress && comment.replacedById === null && (
        <a href={changeAddress} className="button button-plain">
          {t('change')}
        </a>
      )}
      {withdraw && comment.replacedById === null && (
        <Confirmed title={t('withdraw')} label={t('withdrawOwn', { time })} action={withdraw}>
          <HiddenValues values={{ id }} />
          <p className="max-w-prose">{t('withdrawQuestion')}</p>
        </Confirmed>
      )}
      {retract && (
        <Confirmed title={t('retract')} label={t('retractOwn', { name, time })} action={retract}>
          <HiddenValues values={{ id }} />
          <p className="max-w-prose">{t('retractQuestion')}</p>
        </Confirmed>
      )}
    </div>
  )
}
