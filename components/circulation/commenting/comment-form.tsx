'use client'

import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { v4 as uuid } from 'uuid'
import { DraftSaving } from '@/components/comments/form/draft-saving'
import { useAdoptedId } from '@/components/comments/form/use-adopted-id'
import type { Values } from '@/components/editor/keeper'
import { WordingField } from '@/components/editor/wording-field'
import { OnBehalfField } from '@/components/groups/on-behalf-field'
import type { Choice } from '@/components/ui/choices'
import { Field, SelectField, TextField } from '@/components/ui/field'
import { Form, type FormAction, HiddenValues, SubmitButton } from '@/components/ui/form'
import type { CommentStart } from '@/lib/circulation/comments/reading/start'
import { ItemPassage } from './words-to-comment'

type Given = {
  start: CommentStart
  action: FormAction
  /** Whether the person may release comments of the delegation; they are released until the deadline. */
  maySubmit: boolean
  isOpen: boolean
  /** Whether the delegation has a released position on the item. */
  stands: boolean
  /** The groups of States for which it can be released. */
  groups: readonly { id: string; name: string }[]
  choices: {
    positions: readonly Choice[]
    categories: readonly Choice[]
    languages: readonly Choice[]
  }
  /** The address to which the form closes. */
  address: string
  /** The address to save drafts; the id is put between. */
  saveAddress: { before: string; after: string }
}

/**
 * Writes a comment on a circulated list, or the replacement of one. Typed words are saved as a draft of the delegation;
 * only those who may submit can release it. Needs the messages `circulationComments.form`, `comments` and `editor`.
 */
export function CirculationCommentForm({ start, action, stands, ...props }: Given) {
  const t = useTranslations('circulationComments.form')
  const { choices, address, saveAddress, groups, maySubmit, isOpen } = props
  const mayRelease = maySubmit && isOpen
  const [{ id, version }, setDraft] = useState({ id: start.id, version: start.version })
  const fields = useRef<HTMLDivElement>(null)
  useAdoptedId(fields, (adopted) => setDraft({ id: adopted, version: 0 }))
  const { circulationId, target, listId, headingId, itemId, replacesId } = start
  return (
    <Form
      action={action}
      label={t(replacesId ? 'changeTitle' : 'writeTitle')}
      className="grid gap-4"
    >
      <input type="hidden" name="id" value={id} data-new={start.isNew ? true : undefined} />
      <HiddenValues values={{ circulationId, target, listId, headingId, itemId, replacesId }} />
      <div ref={fields} className="grid gap-4">
        {target === 'other' && (
          <Field name="subject" label={t('subject')} defaultValue={start.subject} maxLength={200} />
        )}
        {target === 'item' && (
          <ItemPassage start={{ words: start.passage, at: start.passageStart }} />
        )}
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            name="position"
            label={t('position')}
            options={[{ value: '', label: t('choosePosition') }, ...choices.positions]}
            defaultValue={start.position ?? ''}
          />
          <SelectField
            name="category"
            label={t('category')}
            options={choices.categories}
            defaultValue={start.category}
          />
        </div>
        <OnBehalfField
          groups={groups}
          chosen={start.onBehalfOf}
          words={{
            label: t('onBehalfOf'),
            hint: t('onBehalfOfHint'),
            nobody: t('onBehalfOfNobody'),
          }}
        />
        {stands && !replacesId && <p className="text-sm text-quiet">{t('standsHint')}</p>}
        <TextField
          name="text"
          label={t('text')}
          hint={t('textHint')}
          rows={5}
          dir="auto"
          defaultValue={start.text}
        />
        {start.wording && (
          <details open={start.wording.isChanged}>
            <summary className="cursor-pointer font-semibold">{t('wordingTitle')}</summary>
            <div className="mt-2">
              <WordingField
                initial={start.wording.initial}
                language={start.wording.language}
                label={t('wording')}
                hint={t('wordingHint')}
                plainName="words"
              />
            </div>
          </details>
        )}
        <div className="sm:max-w-56">
          <SelectField
            name="language"
            label={t('language')}
            options={choices.languages}
            defaultValue={start.language}
          />
        </div>
      </div>
      {replacesId && <p className="text-sm text-quiet">{t('replaceHint')}</p>}
      {!isOpen && <p className="text-sm text-quiet">{t('lateHint')}</p>}
      {!maySubmit && <p className="text-sm text-quiet">{t('adviserHint')}</p>}
      <div className="flex flex-wrap gap-2">
        {mayRelease && (
          <SubmitButton name="act" value="release">
            {t(replacesId ? 'releaseReplacement' : 'release')}
          </SubmitButton>
        )}
        <SubmitButton name="act" value="save" tone={mayRelease ? 'quiet' : 'main'}>
          {t('save')}
        </SubmitButton>
        <a href={address} className="button button-plain">
          {t('close')}
        </a>
      </div>
      <DraftSaving
        saveAddress={`${saveAddress.before}${id}${saveAddress.after}`}
        version={version}
        says={saysAnything}
        onSaved={() => {}}
        onClose={() => window.location.assign(address)}
        keepAsOther={() => {
          setDraft({ id: uuid(), version: 0 })
          setTimeout(() => fields.current?.dispatchEvent(new Event('input', { bubbles: true })))
        }}
      />
    </Form>
  )
}

/** A position or another wording says something without any further word. */
const saysAnything = ({ text = '', position = '', body = '' }: Values): boolean =>
  text.trim() !== '' || position !== '' || body !== ''
