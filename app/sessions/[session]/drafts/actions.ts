'use server'

import { z } from 'zod'
import { formAction } from '@/lib/http/action'
import { tellAmendmentAuthors } from '@/lib/amendments/revised'
import { formatter, translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { submitDraft } from '@/lib/proposals/commands'
import { askToRelease } from '@/lib/proposals/drafts/ask'
import {
  discardDraft,
  noteOnDraft,
  putBackDraft,
  restoreState,
} from '@/lib/proposals/drafts/care-commands'
import {
  copyDraft,
  rebaseDraft,
  saveDraft,
  startDraft,
  startRevision,
} from '@/lib/proposals/drafts/commands'
import {
  DraftId,
  NoteOnDraft,
  OneDraft,
  OneProposal,
  RestoreState,
  StartDraft,
  WriteDraft,
} from '@/lib/proposals/schema'

export const start = formAction(StartDraft, async (actor, input) => {
  const { slug, id } = await startDraft(actor, input)
  return { goTo: paths.draft(slug, id) }
})

export const revise = formAction(OneProposal, async (actor, input) => {
  const { slug, id } = await startRevision(actor, input)
  return { goTo: paths.draft(slug, id) }
})

const Write = WriteDraft.extend({ act: z.enum(['save', 'check', 'copy']), copyId: z.uuid() })

export const write = formAction(Write, async (actor, { act, copyId, ...draft }) => {
  if (act === 'copy') {
    const { slug, id } = await copyDraft(actor, draft, copyId)
    return { goTo: paths.draft(slug, id) }
  }
  const { slug, id } = await saveDraft(actor, draft)
  return { goTo: act === 'check' ? paths.checkDraft(slug, id) : paths.draft(slug, id) }
})

export const rebase = formAction(OneDraft, async (actor, input) => {
  const { slug, id } = await rebaseDraft(actor, input)
  return { goTo: paths.draft(slug, id) }
})

export const submit = formAction(OneDraft, async (actor, input) => {
  const { slug, number, revision } = await submitDraft(actor, input, tellAmendmentAuthors)
  return { goTo: `${paths.receipt(slug, number, revision)}?new` }
})

export const ask = formAction(DraftId, async (actor, input) => {
  const { slug, id, asked } = await askToRelease(actor, input)
  const message = translations('drafts')('asked', { names: formatter.list(asked) })
  return { goTo: paths.checkDraft(slug, id), message }
})

export const discard = formAction(DraftId, async (actor, input) => {
  const { slug, id } = await discardDraft(actor, input)
  return { goTo: `${paths.drafts(slug)}?discarded=${id}` }
})

export const putBack = formAction(DraftId, async (actor, input) => {
  const { slug, id } = await putBackDraft(actor, input)
  return { goTo: paths.draft(slug, id) }
})

export const restore = formAction(RestoreState, async (actor, input) => {
  const { slug, id } = await restoreState(actor, input)
  return { goTo: paths.draft(slug, id) }
})

export const note = formAction(NoteOnDraft, async (actor, input) => {
  await noteOnDraft(actor, input)
})
