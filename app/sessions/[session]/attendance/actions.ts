'use server'

import { formAction } from '@/lib/http/action'
import { noteAttendance, setAttendance } from '@/lib/meetings/attendance/commands'
import { NoteAttendance, SetAttendance } from '@/lib/meetings/attendance/schema'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'

export const set = formAction(SetAttendance, async (actor, input) => ({
  goTo: paths.attendance(await setAttendance(actor, input)),
  message: translations('said')('attendanceSet'),
}))

export const note = formAction(NoteAttendance, async (actor, input) => ({
  goTo: paths.attendance(await noteAttendance(actor, input)),
  message: translations('said')('attendanceSet'),
}))
