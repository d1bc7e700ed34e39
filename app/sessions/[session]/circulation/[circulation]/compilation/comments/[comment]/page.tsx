import { CommentArticle } from '@/components/circulation/compilation/comment-list'
import { NextKey } from '@/components/circulation/compilation/next-key'
import { ReplyForm } from '@/components/circulation/compilation/reply-form'
import { commentWords, shownComment } from '@/components/circulation/compilation/shown-comment'
import { ResponseForm } from '@/components/circulation/compilation/response-form'
import { WordingWay } from '@/components/circulation/compilation/wording-way'
import { targetName } from '@/lib/circulation/compilation/target-name'
import { GroupMembers } from '@/components/groups/on-behalf'
import { PageHeading } from '@/components/ui/page-heading'
import { getCompiledComment } from '@/lib/circulation/compilation/queries/one-comment'
import { getCompiledCirculation } from '@/lib/circulation/compilation/queries/overview'
import { counts } from '@/lib/circulation/counting'
import { canReplyToResponse, canRespond } from '@/lib/circulation/responses/policy'
import { findWordingPlace } from '@/lib/consolidation/desk/queries/wording-place'
import { asId } from '@/lib/errors'
import { page, titled } from '@/lib/http/access'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { getSession } from '@/lib/sessions/queries'
import { directionOf } from '@/lib/text/locales'
import { answer, reply } from '../../actions'

export const generateMetadata = titled(
  'participant',
  () => translations('compilation')('oneComment'),
  async (actor, { params }) => {
    const session = await getSession(actor, params.session ?? '')
    const circulation = await getCompiledCirculation(actor, session, asId(params.circulation))
    const { comment, entry } = await getCompiledComment(actor, circulation, asId(params.comment))
    const name = translations('compilation')('commentOf', { name: comment.name })
    return `${name} · ${targetName(entry)}`
  },
)

/** One comment: its target, its content, its response; with the right to answer, the form. */
export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session ?? '')
  const circulation = await getCompiledCirculation(actor, session, asId(params.circulation))
  const { comment, entry, identical, next, waiting } = await getCompiledComment(
    actor,
    circulation,
    asId(params.comment),
  )
  const t = translations('compilation')
  const about = { ...comment, sessionId: session.id, delegationName: comment.name }
  const answers = canRespond(actor, about).allowed
  const replies = canReplyToResponse(actor, about).allowed
  const wordedItem =
    entry.target.kind === 'item' &&
    comment.wordingText !== null &&
    counts(comment) &&
    !(comment.response ?? comment.draft)?.takenIntoId
      ? entry.target.id
      : null
  const place = wordedItem && (await findWordingPlace(actor, session, wordedItem))
  const nextAddress = next && paths.compiledComment(session.slug, circulation.id, next)
  return (
    <>
      <PageHeading
        trail={[
          { href: paths.compilation(session.slug, circulation.id), label: t('title') },
          ...(entry.target.kind === 'item'
            ? [
                {
                  href: paths.compiledItem(session.slug, circulation.id, entry.target.id),
                  label: targetName(entry),
                },
              ]
            : []),
        ]}
        title={t('commentOf', { name: comment.name })}
        actions={
          nextAddress && (
            <a href={nextAddress} rel="next" className="button">
              {t('nextUnanswered', { count: waiting })}
            </a>
          )
        }
      >
        {targetName(entry)}
      </PageHeading>
      {nextAddress && <NextKey address={nextAddress} />}
      {entry.text && (
        <p
          lang={entry.language}
          dir={directionOf(entry.language)}
          className="mb-6 max-w-prose whitespace-pre-line font-serif text-lg"
        >
          {entry.text}
        </p>
      )}
      <h2 className="sr-only">{t('oneComment')}</h2>
      {comment.onBehalf && <GroupMembers onBehalf={comment.onBehalf} slug={session.slug} />}
      <CommentArticle
        comment={shownComment(comment, entry)}
        words={commentWords()}
        address={paths.compiledComment(session.slug, circulation.id, '')}
        isAlone
      >
        {place && <WordingWay place={place} itemId={wordedItem} slug={session.slug} />}
        {answers && (
          <div className="no-print mt-4">
            <ResponseForm
              slug={session.slug}
              circulationId={circulation.id}
              comment={comment}
              identical={identical}
              action={answer}
            />
          </div>
        )}
        {replies && <ReplyForm commentId={comment.id} action={reply} />}
      </CommentArticle>
    </>
  )
})
