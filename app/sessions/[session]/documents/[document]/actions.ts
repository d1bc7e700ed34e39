'use server'

import {
  correctDocument,
  issueDocument,
  noteStep,
  withdrawDocument,
} from '@/lib/documents/commands'
import { addFile, removeFile } from '@/lib/documents/files/commands'
import { requiredFile } from '@/lib/documents/files/upload'
import {
  AddFile,
  CorrectDocument,
  NoteStep,
  OneDocument,
  RemoveFile,
  WithdrawDocument,
} from '@/lib/documents/schema'
import { formAction } from '@/lib/http/action'
import { translations } from '@/lib/messages'

const answer = (key: string) => ({ message: translations('documents')(key) })

export const add = formAction(AddFile, async (actor, input, form) => {
  const { isNew } = await addFile(actor, { ...input, file: await requiredFile(form) })
  return answer(isNew ? 'fileAdded' : 'fileIsThere')
})

export const note = formAction(NoteStep, async (actor, input) => {
  await noteStep(actor, input)
  return answer('stepNoted')
})

export const correct = formAction(CorrectDocument, async (actor, input) => {
  await correctDocument(actor, input)
  return answer('corrected')
})

export const issue = formAction(OneDocument, async (actor, input) => {
  await issueDocument(actor, input)
  return answer('issuedNow')
})

export const withdraw = formAction(WithdrawDocument, async (actor, input) => {
  await withdrawDocument(actor, input)
  return answer('withdrawnNow')
})

export const remove = formAction(RemoveFile, async (actor, input) => {
  await removeFile(actor, input)
  return answer('fileRemoved')
})
