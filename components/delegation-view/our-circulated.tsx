import { CommentArticle } from '@/components/circulation/compilation/comment-list'
import { ReplyForm } from '@/components/circulation/compilation/reply-form'
import { commentWords, shownComment } from '@/components/circulation/compilation/shown-comment'
import { targetName } from '@/lib/circulation/compilation/target-name'
import type { FormAction } from '@/components/ui/form'
import type { OwnComment } from '@/lib/circulation/compilation/queries/own'
import { paths } from '@/lib/paths'

/** The delegation's comments on the circulated lists, each with its response and the form of the reply. */
export const OurCirculated = ({
  comments,
  slug,
  mayReply,
  reply,
}: {
  comments: readonly OwnComment[]
  slug: string
  /** Whether the reader may reply to the response to this comment now. */
  mayReply: (comment: OwnComment) => boolean
  reply: FormAction
}) => (
  <div className="grid gap-8">
    {comments.map((comment) => (
      <CommentArticle
        key={comment.id}
        words={commentWords()}
        address={paths.compiledComment(slug, comment.circulationId, '')}
        comment={shownComment(comment, comment.entry, {
          lead: targetName(comment.entry),
        })}
      >
        {mayReply(comment) && <ReplyForm commentId={comment.id} action={reply} />}
      </CommentArticle>
    ))}
  </div>
)
