import { CirculationCommentForm } from '@/components/circulation/commenting/comment-form'
import { InHand } from '@/components/circulation/commenting/drafts'
import { Released } from '@/components/circulation/commenting/released'
import { ClientMessages } from '@/components/messages/client-messages'
import { canReleaseHere } from '@/lib/circulation/comments/policy'
import type { CommentStart } from '@/lib/circulation/comments/reading/start'
import type { DraftView, ReleasedView } from '@/lib/circulation/comments/reading/views'
import { membershipIn } from '@/lib/delegations/actor'
import { commentCategories, commentPositions } from '@/lib/comments/kinds'
import { paths } from '@/lib/paths'
import { listOwnGroups } from '@/lib/sessions/attribution/queries'
import { locales } from '@/lib/text/locales'
import { translations } from '@/lib/messages'
import { discard, restore, retract, withdraw, writeComment } from './actions'
import type { PartInput } from './reading'

/** The delegation's drafts and releases on one matter, and the form that the address opens. */
export async function OwnComments({
  actor,
  circulation,
  address,
  start,
  drafts,
  released,
  joint,
  stands,
  writeAddress = `${address}&write#write`,
  noneKey = 'none',
}: Pick<PartInput, 'actor' | 'circulation'> & {
  /** The address of the matter. */
  address: string
  start: CommentStart | null
  drafts: readonly DraftView[]
  released: readonly ReleasedView[]
  /** Comments of others on behalf of a group to which the delegation's State belongs. */
  joint: readonly ReleasedView[]
  /** Whether a released position of the delegation stands. */
  stands: boolean
  /** Null if the links to write stand elsewhere. */
  writeAddress?: string | null
  /** The sentence that says that there are none. */
  noneKey?: 'none' | 'noneGeneral'
}) {
  const t = translations('circulationComments')
  const { delegation, isOpen, isPosted, readAt } = circulation
  // An office has no delegation that could be asked.
  if (!delegation)
    return membershipIn(actor, circulation.sessionId) ? (
      <p className="mt-8 text-quiet">{t('onlyAddressed')}</p>
    ) : null
  const mayRelease = canReleaseHere(actor, circulation)
  const groups = start ? await listOwnGroups(actor, { id: circulation.sessionId, readAt }) : []
  const { id, slug } = circulation
  const others = drafts.filter((draft) => draft.id !== start?.id)
  const acts = (comment: ReleasedView) => ({
    changeAddress: mayRelease && isOpen ? `${addressOf(comment)}change=${comment.id}#write` : null,
    withdraw: mayRelease && isOpen ? withdraw : null,
    retract: mayRelease && isPosted && !isOpen ? retract : null,
  })
  const addressOf = ({ itemId }: ReleasedView) =>
    `${paths.circulationComments(slug, id, itemId ?? '')}${itemId ? '&' : '?'}`
  return (
    <section aria-labelledby="ours" className="mt-8 grid gap-6">
      <h3 id="ours" className="text-lg font-semibold">
        {t('ours', { name: delegation.name })}
      </h3>
      {start ? (
        <div id="write" className="sheet scroll-mt-4 p-4">
          <ClientMessages namespaces={['circulationComments.form', 'comments', 'editor']}>
            <CirculationCommentForm
              // A new comment has another id at each rendering; the key stays, so that an answer finds its form.
              key={start.isNew ? `${start.target} ${start.itemId} ${start.replacesId}` : start.id}
              start={start}
              action={writeComment}
              maySubmit={mayRelease}
              isOpen={isOpen}
              stands={stands}
              groups={groups.map(({ id: group, name }) => ({ id: group, name }))}
              choices={choices()}
              address={address}
              saveAddress={saveAddress(slug, id)}
            />
          </ClientMessages>
        </div>
      ) : (
        writeAddress && (
          <p className="no-print">
            <a
              href={writeAddress}
              data-key="c"
              aria-keyshortcuts="C"
              className="button button-main"
            >
              {t('comment')}
            </a>
          </p>
        )
      )}
      {others.map((draft) => (
        <InHand
          key={draft.id}
          draft={draft}
          circulation={circulation}
          acts={{ discard, restore }}
          {...(draft.itemId === null && { about: 'h3' })}
        />
      ))}
      {released.map((comment) => (
        <Released
          key={comment.id}
          comment={comment}
          slug={slug}
          acts={acts(comment)}
          address={paths.circulationComment(slug, id, comment.id)}
          {...(comment.itemId === null && { about: 'h3' })}
        />
      ))}
      {joint.length > 0 && (
        <div className="grid gap-4">
          <p className="font-semibold">{t('jointTitle', { name: delegation.name })}</p>
          {joint.map((comment) => (
            <Released
              key={comment.id}
              comment={comment}
              slug={slug}
              acts={null}
              address={paths.circulationComment(slug, id, comment.id)}
              {...(comment.itemId === null && { about: 'h3' })}
            />
          ))}
        </div>
      )}
      {!start && others.length + released.length + joint.length === 0 && (
        <p className="text-quiet">{t(noneKey)}</p>
      )}
    </section>
  )
}

const saveAddress = (slug: string, id: string) => {
  const [before = '', after = ''] = paths.saveCirculationDraft(slug, id, '*').split('*')
  return { before, after }
}

function choices() {
  const t = translations('comments')
  const languages = translations('search.languages')
  return {
    positions: commentPositions.map((position) => ({
      value: position,
      label: t(`positions.${position}`),
    })),
    categories: commentCategories.map((category) => ({
      value: category,
      label: t(`categories.${category}`),
    })),
    languages: locales.map((locale) => ({ value: locale, label: languages(locale) })),
  }
}
