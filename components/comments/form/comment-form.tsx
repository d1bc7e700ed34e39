'use client'

import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { v4 as uuid } from 'uuid'
import { commentCategories, commentPositions } from '@/lib/comments/kinds'
import type { CommentStart } from '@/lib/comments/start'
import { OnBehalfField } from '@/components/groups/on-behalf-field'
import { SelectField, TextField } from '@/components/ui/field'
import type { ClockOf } from '@/components/time/period-clock'
import { WhileOpen } from '@/components/time/while-open'
import { Form, type FormAction, SubmitButton } from '@/components/ui/form'
import { DraftSaving } from './draft-saving'
import { useAdoptedId } from './use-adopted-id'
import { useHighlight } from '../beside/lit-words'
import { type Passage, PassageField } from './passage-field'
import type { SelectedWords } from '../beside/selected-words'

type CommentFormProps = {
  start: CommentStart
  action: FormAction
  mayRelease: boolean
  /** The groups of States for which it can be released. */
  groups: readonly { id: string; name: string }[]
  /** Until when the comment can be released. */
  clock: ClockOf | null
  /** Words of the text that can be taken over as the passage. */
  selected: SelectedWords | null
  /** The element that shows the text. */
  textId: string
  /** The address of the proposal. */
  address: string
  /** The server holds the draft now, by this id. */
  onSaved: (id: string) => void
  onClose: () => void
}

/**
 * Writes a comment, a reply (which asks for no position) or the change of one. Typed words are saved as a draft of the
 * delegation; only those who may submit can release it. Needs the messages `comments`.
 */
export function CommentForm({
  start,
  action,
  mayRelease,
  groups,
  clock,
  ...form
}: CommentFormProps) {
  const t = useTranslations('comments')
  const { textId, selected, address, onSaved, onClose } = form
  const [{ id, version }, setDraft] = useState({ id: start.id, version: start.version })
  const [passage, setPassage] = useState<Passage>({
    words: start.passage,
    at: start.passage === '' ? null : start.passageStart,
  })
  const fields = useRef<HTMLDivElement>(null)
  useAdoptedId(fields, (adopted) => setDraft({ id: adopted, version: 0 }))
  const isReply = start.parentId !== null
  useHighlight(textId, passage.at, passage.words.length)

  const choose = (chosen: Passage) => {
    setPassage(chosen)
    setTimeout(() => fields.current?.dispatchEvent(new Event('input', { bubbles: true })))
  }
  const release = isReply ? 'releaseReply' : 'release'
  const title = start.replacesId ? 'editTitle' : isReply ? 'replyTitle' : 'writeTitle'
  return (
    <Form action={action} label={t(title)} className="grid gap-3">
      <input type="hidden" name="id" value={id} data-new={start.isNew ? true : undefined} />
      <input type="hidden" name="proposalId" value={start.proposalId} />
      <input type="hidden" name="revisionNumber" value={start.revisionNumber} />
      <input type="hidden" name="parentId" value={start.parentId ?? ''} />
      <input type="hidden" name="replacesId" value={start.replacesId ?? ''} />
      <div ref={fields} className="grid gap-3">
        {isReply ? (
          <>
            <input type="hidden" name="category" value={start.category} />
            <input type="hidden" name="position" value={start.position ?? 'none'} />
          </>
        ) : (
          <>
            <PassageField passage={passage} selected={selected} choose={choose} />
            <Kinds start={start} />
            <OnBehalf start={start} groups={groups} />
          </>
        )}
        <CommentText label={t(isReply ? 'replyText' : 'text')} start={start} />
      </div>
      {start.replacesId && <p className="text-sm text-quiet">{t('replaceHint')}</p>}
      {!mayRelease && <p className="text-sm text-quiet">{t('adviserHint')}</p>}
      <div className="flex flex-wrap gap-2">
        {mayRelease && clock && (
          <WhileOpen
            clock={clock}
            closed={<p className="w-full font-semibold">{t('closedMeanwhile')}</p>}
          >
            <SubmitButton name="act" value="release">
              {t(start.replacesId ? 'releaseReplacement' : release)}
            </SubmitButton>
          </WhileOpen>
        )}
        <SubmitButton name="act" value="save" tone={mayRelease ? 'quiet' : 'main'}>
          {t('save')}
        </SubmitButton>
        <a
          href={address}
          className="button button-plain"
          onClick={(event) => {
            event.preventDefault()
            onClose()
          }}
        >
          {t('close')}
        </a>
      </div>
      <DraftSaving
        saveAddress={`${address}/comments/${id}/save`}
        version={version}
        onSaved={() => onSaved(id)}
        onClose={onClose}
        keepAsOther={() => {
          setDraft({ id: uuid(), version: 0 })
          setTimeout(() => fields.current?.dispatchEvent(new Event('input', { bubbles: true })))
        }}
      />
    </Form>
  )
}

function OnBehalf({ start, groups }: Pick<CommentFormProps, 'start' | 'groups'>) {
  const t = useTranslations('comments')
  return (
    <OnBehalfField
      groups={groups}
      chosen={start.onBehalfOf}
      words={{ label: t('onBehalfOf'), nobody: t('onBehalfOfNobody') }}
    />
  )
}

function Kinds({ start }: { start: CommentStart }) {
  const t = useTranslations('comments')
  const positions = commentPositions.map((position) => ({
    value: position,
    label: t(`positions.${position}`),
  }))
  const categories = commentCategories.map((category) => ({
    value: category,
    label: t(`categories.${category}`),
  }))
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <SelectField
        name="position"
        label={t('position')}
        options={[{ value: '', label: t('choosePosition') }, ...positions]}
        defaultValue={start.position ?? ''}
      />
      <SelectField
        name="category"
        label={t('category')}
        options={categories}
        defaultValue={start.category}
      />
    </div>
  )
}

/** The focus goes into an opened form, also by the keyboard. */
function CommentText({ label, start }: { label: string; start: CommentStart }) {
  const field = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const { current } = field
    if (!current || document.activeElement?.closest('form')) return
    current.querySelector('textarea')?.focus({ preventScroll: true })
    current.closest('form')?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <div ref={field}>
      <TextField
        name="text"
        label={label}
        rows={start.parentId ? 3 : 5}
        defaultValue={start.text}
      />
    </div>
  )
}
