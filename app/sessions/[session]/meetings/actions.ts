'use server'

import { formAction } from '@/lib/http/action'
import {
  addMeeting,
  changeMeeting,
  makeMeetings,
  removeMeeting,
} from '@/lib/meetings/sittings/commands'
import {
  resumeMeeting,
  setConsidered,
  setItemHours,
  suspendMeeting,
  takeAgendaStep,
} from '@/lib/meetings/sittings/consider'
import {
  AddMeeting,
  ChangeMeeting,
  MakeMeetings,
  RemoveMeeting,
  ResumeMeeting,
  SetConsidered,
  SetItemHours,
  SuspendMeeting,
  TakeAgendaStep,
} from '@/lib/meetings/sittings/schema'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'

const sentence = (key: string) => translations('said')(key)
const at = ({ slug, number }: { slug: string; number: number }) => paths.meeting(slug, number)

export const make = formAction(MakeMeetings, async (actor, input) => ({
  goTo: paths.meetings(await makeMeetings(actor, input)),
  message: sentence('meetingsMade'),
}))

export const add = formAction(AddMeeting, async (actor, input) => ({
  goTo: paths.meetings(await addMeeting(actor, input)),
  message: sentence('meetingsSaved'),
}))

export const change = formAction(ChangeMeeting, async (actor, input) => ({
  goTo: paths.meetings(await changeMeeting(actor, input)),
  message: sentence('meetingsSaved'),
}))

export const remove = formAction(RemoveMeeting, async (actor, input) => ({
  goTo: paths.meetings(await removeMeeting(actor, input)),
  message: sentence('meetingRemoved'),
}))

export const consider = formAction(SetConsidered, async (actor, input) => ({
  goTo: at(await setConsidered(actor, input)),
  message: sentence('meetingsSaved'),
}))

export const setHours = formAction(SetItemHours, async (actor, input) => ({
  goTo: at(await setItemHours(actor, input)),
  message: sentence('meetingsSaved'),
}))

export const suspend = formAction(SuspendMeeting, async (actor, input) => ({
  goTo: at(await suspendMeeting(actor, input)),
  message: sentence('meetingSuspended'),
}))

export const resume = formAction(ResumeMeeting, async (actor, input) => ({
  goTo: at(await resumeMeeting(actor, input)),
  message: sentence('meetingResumed'),
}))

export const takeStep = formAction(TakeAgendaStep, async (actor, input) => ({
  goTo: paths.meetings(await takeAgendaStep(actor, input)),
  message: sentence('itemStep'),
}))
