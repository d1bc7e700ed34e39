'use server'

import { formAction } from '@/lib/http/action'
import { closeAttendance, reopenAttendance } from '@/lib/meetings/attendance/closing'
import { setAttendance, signIn } from '@/lib/meetings/attendance/commands'
import {
  CloseAttendance,
  ReopenAttendance,
  SetAttendance,
  SignIn,
} from '@/lib/meetings/attendance/schema'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'

const sentence = (key: string) => translations('said')(key)

export const set = formAction(SetAttendance, async (actor, input) => ({
  goTo: paths.attendance(await setAttendance(actor, input)),
  message: sentence('attendanceSet'),
}))

export const close = formAction(CloseAttendance, async (actor, input) => {
  await closeAttendance(actor, input)
  return { message: sentence('attendanceClosed') }
})

export const reopen = formAction(ReopenAttendance, async (actor, input) => {
  await reopenAttendance(actor, input)
  return { message: sentence('attendanceReopened') }
})

export const sign = formAction(SignIn, async (actor, input) => {
  await signIn(actor, input)
  return { message: sentence('signedIn') }
})
