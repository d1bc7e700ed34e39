import type { ReactNode } from 'react'
import { KeepAndCheck } from '@/components/editor/keep-and-check'
import { WordingField } from '@/components/editor/wording-field'
import { OnBehalfField } from '@/components/groups/on-behalf-field'
import { ClientMessages } from '@/components/messages/client-messages'
import { TextField } from '@/components/ui/field'
import { Form, type FormAction } from '@/components/ui/form'
import { translations } from '@/lib/messages'
import type { TextDocument } from '@/lib/text/document/document'

const MESSAGES = { proposal: 'drafts', amendment: 'amendments.draft' } as const

/** The kind of the draft: it chooses the sentences. */
type Written = { of: keyof typeof MESSAGES }

/** The form in which a draft is written. It is kept by `DraftEnd`; `copyId` is for a copy beside a colleague's. */
export function DraftFrame({
  of,
  id,
  copyId,
  action,
  className,
  children,
}: Written & {
  id: string
  copyId: string
  action: FormAction
  className: string
  children: ReactNode
}) {
  const t = translations(MESSAGES[of])
  return (
    <Form keeps={false} action={action} label={t('one')} className={className}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="copyId" value={copyId} />
      {children}
    </Form>
  )
}

/** The wording, as it should read. */
export function DraftWording({
  of,
  initial,
  language,
}: Written & { initial: TextDocument; language: string }) {
  const t = translations(MESSAGES[of])
  return (
    <ClientMessages namespaces={['editor']}>
      <WordingField initial={initial} language={language} label={t('text')} hint={t('textHint')} />
    </ClientMessages>
  )
}

/** Why the text is changed. */
export function DraftReason({ of, reason, rows }: Written & { reason: string; rows: number }) {
  const t = translations(MESSAGES[of])
  return (
    <TextField
      name="reason"
      label={t('reason')}
      hint={t('reasonHint')}
      rows={rows}
      dir="auto"
      defaultValue={reason}
    />
  )
}

type Group = { id: string; name: string }

/** The group for which it is to be submitted; nothing if there is no choice. */
export function DraftOnBehalf({
  of,
  groups,
  chosen,
}: Written & { groups: readonly Group[]; chosen: Group | null }) {
  const t = translations(MESSAGES[of])
  const words = {
    label: t('onBehalfOf'),
    hint: t('onBehalfOfHint'),
    nobody: t('onBehalfOfNobody'),
  }
  return <OnBehalfField groups={groups} chosen={chosen} words={words} />
}

/** The end of the form: the keeper, and the buttons to save and to check. */
export function DraftEnd({
  of,
  draft,
  address,
  checkAddress,
}: Written & {
  draft: { id: string; version: number }
  address: string
  checkAddress: string
}) {
  const t = translations(MESSAGES[of])
  const texts = { save: t('save'), toCheck: t('toCheck') }
  return <KeepAndCheck draft={draft} address={address} checkAddress={checkAddress} texts={texts} />
}
