'use client'

import { MessageSquarePlus } from 'lucide'
import { Icon } from '@/components/ui/icon'
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { v4 as uuid } from 'uuid'
import type { ClockOf } from '@/components/time/period-clock'
import { WhileOpen } from '@/components/time/while-open'
import type { FormAction } from '@/components/ui/form'
import {
  addressOfWords,
  changeStart,
  type CommentStart,
  draftStart,
  newStart,
} from '@/lib/comments/start'
import type { Threaded } from '@/lib/comments/threads'
import { useBesideText } from './beside/beside-text'
import { CommentDrafts, type ShownDraft } from './comment-drafts'
import { CommentForm } from './form/comment-form'
import { CommentThread, type ShownComment, type ThreadActs } from './comment-thread'
import { markOfComment, useLitWords } from './beside/lit-words'
import { useSelectedWords } from './beside/selected-words'
import { useTextKeys } from './beside/text-keys'
import { useOpenForm } from './form/use-open-form'

/** Comes when words are first selected. */
const SelectionBubble = lazy(() => import('./beside/selection-bubble'))

/** The permitted acts of this reader; `null` actions are not offered. */
export type CommentAbilities = {
  write: FormAction | null
  withdraw: FormAction | null
  discard: FormAction | null
  restore: FormAction | null
  mayRelease: boolean
  /** The groups of States for which a comment can be released. */
  groups: readonly { id: string; name: string }[]
  /** The deadline for the release of comments; null if there was never a period. */
  clock: ClockOf | null
}

/** The element that shows the text. */
const TEXT = 'text'
const HINT = 'text-keys'

/**
 * The threads beside the text, each at its words, the form for one comment at a time, and the drafts of the reader's
 * own delegation. Needs the messages `comments`.
 */
export function CommentsMargin({
  threads,
  drafts,
  proposal,
  opened,
  abilities,
  address,
  empty,
}: {
  threads: readonly Threaded<ShownComment>[]
  drafts: readonly ShownDraft[]
  proposal: { id: string; currentNumber: number }
  /** The form that the address opens. */
  opened: CommentStart | null
  abilities: CommentAbilities
  address: string
  /** Shown if there is no comment and no form. */
  empty: ReactNode
}) {
  const t = useTranslations('comments')
  const { write, mayRelease, clock } = abilities
  const list = useRef<HTMLOListElement>(null)
  const [lit, setLit] = useState<string | null>(null)
  const isReleased = (id: string) => threads.some((thread) => holds(thread, id))
  const { open, released, setOpen, saved, close } = useOpenForm(opened, address, isReleased)
  const selected = useSelectedWords(TEXT)
  useBesideText(list, TEXT)
  // The form took the focus with it; the comment that came of it has it, for who reads on by keys.
  useEffect(() => {
    if (released && document.activeElement === document.body)
      document.getElementById(`comment-${released}`)?.focus({ preventScroll: true })
  }, [released])

  useEffect(() => {
    const { current: cards } = list
    const press = ({ target }: MouseEvent) => {
      const card = (target as Element).closest('.comment-cards > li')
      if (card?.id.startsWith('comment-')) setLit(card.id)
    }
    cards?.addEventListener('click', press)
    return () => cards?.removeEventListener('click', press)
  }, [])

  const light = useCallback((id: string, place: 'text' | 'card') => {
    setLit(id)
    if (place === 'text') {
      const mark = markOfComment(TEXT, id)
      mark?.scrollIntoView({ block: 'nearest' })
      mark?.focus({ preventScroll: true })
    } else {
      const card = document.getElementById(id)
      card?.scrollIntoView({ block: 'nearest' })
      card?.focus({ preventScroll: true })
    }
  }, [])
  useLitWords(
    TEXT,
    lit,
    useCallback(
      (ids) => light(ids[(ids.indexOf(lit ?? '') + 1) % ids.length]!, 'card'),
      [light, lit],
    ),
  )
  const writeOnWords = useCallback(() => {
    if (!selected || !write) return
    const passage = { passage: selected.words, passageStart: selected.at }
    document.getSelection()?.removeAllRanges()
    const words = addressOfWords(proposal.currentNumber, passage)
    setOpen(newStart(uuid(), proposal, passage), `write=${words}`)
  }, [selected, write, proposal, setOpen])
  useTextKeys(TEXT, t('textLabel'), HINT, writeOnWords)

  const form = open && write && (
    <CommentForm
      key={open.turn}
      start={open.start}
      action={write}
      mayRelease={mayRelease}
      groups={abilities.groups}
      clock={clock}
      selected={selected}
      textId={TEXT}
      address={address}
      onSaved={saved}
      onClose={close}
    />
  )
  const acts: ThreadActs = {
    currentRevision: proposal.currentNumber,
    address: write && address,
    withdraw: abilities.withdraw,
    mayRelease,
    light: (id) => light(`comment-${id}`, 'text'),
    open: (kind, comment) =>
      setOpen(
        kind === 'reply'
          ? newStart(uuid(), proposal, { parentId: comment.id })
          : changeStart(uuid(), proposal, comment),
        `${kind}=${comment.id}`,
      ),
    formOf: (kind, id) => {
      if (!open) return null
      const { parentId, replacesId } = open.start
      const isHere = kind === 'change' ? replacesId === id : !replacesId && parentId === id
      return isHere ? <div id="write">{form}</div> : null
    },
  }
  const isNew = open !== null && !open.start.parentId && !open.start.replacesId
  const cards: { key: string; at: number | null; card: ReactNode; id?: string }[] = threads.map(
    (thread) => ({
      key: thread.id,
      id: `comment-${thread.id}`,
      at: thread.revisionNumber === proposal.currentNumber ? startOf(thread) : null,
      card: <CommentThread comment={thread} acts={acts} />,
    }),
  )
  if (isNew) {
    const { passage, passageStart } = open.start
    cards.unshift({ key: 'write', id: 'write', at: passage ? passageStart : null, card: form })
  }
  const ordered = [
    ...cards.filter(({ key, at }) => at === null && key === 'write'),
    ...cards.filter(({ at }) => at !== null).toSorted((a, b) => a.at! - b.at!),
    ...cards.filter(({ key, at }) => at === null && key !== 'write'),
  ]
  return (
    <>
      {write && clock && !isNew && (
        <WhileOpen clock={clock}>
          <p className="no-print mb-4">
            <a
              id={open ? undefined : 'write'}
              href={`${address}?write#write`}
              className="button"
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return
                event.preventDefault()
                setOpen(newStart(uuid(), proposal), 'write')
              }}
            >
              <Icon of={MessageSquarePlus} size={18} />
              {t('writeWhole')}
            </a>
          </p>
        </WhileOpen>
      )}
      {write && (
        <>
          <p id={HINT} hidden>
            {t('keysHint')}
          </p>
          {selected && (
            <Suspense fallback={null}>
              <SelectionBubble selected={selected} label={t('writeOnWords')} take={writeOnWords} />
            </Suspense>
          )}
        </>
      )}
      {ordered.length === 0 && empty}
      <ol ref={list} className="comment-cards">
        {ordered.map(({ key, id, at, card }) => (
          <li
            key={key}
            id={id}
            tabIndex={-1}
            data-at={at ?? undefined}
            data-lit={lit !== null && lit === id ? true : undefined}
          >
            {card}
          </li>
        ))}
      </ol>
      <CommentDrafts
        drafts={drafts.filter(({ id }) => id !== open?.start.id)}
        address={write && address}
        mayRelease={mayRelease}
        discard={abilities.discard}
        restore={abilities.restore}
        open={(draft) => setOpen(draftStart(proposal, draft), `draft=${draft.id}`)}
      />
    </>
  )
}

const holds = (thread: Threaded<ShownComment>, id: string): boolean =>
  thread.id === id || thread.replies.some((reply) => holds(reply, id))

/** The start of the words of a thread that still counts. */
const startOf = ({ passage, passageStart }: ShownComment): number | null =>
  passage ? passageStart : null
