import { CommentEntry } from '@/components/circulation/compilation/comment-entry'
import { ReplyForm } from '@/components/circulation/compilation/reply-form'
import { targetName } from '@/lib/circulation/compilation/target-name'
import type { FormAction } from '@/components/ui/form'
import type { OwnComment } from '@/lib/circulation/compilation/queries/own'
import { paths } from '@/lib/paths'

/** What a delegation said on the circulated lists, each with its response and the form of the reply. */
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
      <CommentEntry
        key={comment.id}
        comment={comment}
        itemText={comment.entry.text}
        href={paths.compiledComment(slug, comment.circulationId, comment.id)}
        lead={<p className="mb-2 text-sm text-quiet">{targetName(comment.entry)}</p>}
      >
        {mayReply(comment) && <ReplyForm commentId={comment.id} action={reply} />}
      </CommentEntry>
    ))}
  </div>
)
