'use server'

import { issueDocument, noteStep, withdrawDocument } from '@/lib/documents/commands'
import { removeFile } from '@/lib/documents/files/commands'
import { NoteStep, OneDocument, RemoveFile, WithdrawDocument } from '@/lib/documents/schema'
import { formAction } from '@/lib/http/action'
import { translations } from '@/lib/messages'

const said = (key: string) => ({ message: translations('documents')(key) })

export const note = formAction(NoteStep, async (actor, input) => {
  await noteStep(actor, input)
  return said('stepNoted')
})

export const issue = formAction(OneDocument, async (actor, input) => {
  await issueDocument(actor, input)
  return said('issuedNow')
})

export const withdraw = formAction(WithdrawDocument, async (actor, input) => {
  await withdrawDocument(actor, input)
  return said('withdrawnNow')
})

export const remove = formAction(RemoveFile, async (actor, input) => {
  await removeFile(actor, input)
  return said('fileRemoved')
})
