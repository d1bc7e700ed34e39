'use server'

import { formAction } from '@/lib/http/action'
import { issueParticipants, setAccredited } from '@/lib/meetings/participants/commands'
import { IssueParticipants, SetAccredited } from '@/lib/meetings/participants/schema'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'

export const issue = formAction(IssueParticipants, async (actor, input) => ({
  message: translations('participants')('issuedNow', await issueParticipants(actor, input)),
}))

export const setNames = formAction(SetAccredited, async (actor, input) => ({
  goTo: paths.participants((await setAccredited(actor, input)).slug),
  message: translations('participants')('namesSaved'),
}))
