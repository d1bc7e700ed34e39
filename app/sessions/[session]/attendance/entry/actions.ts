'use server'

import { formAction } from '@/lib/http/action'
import { saveMarks } from '@/lib/meetings/attendance/commands'
import { SaveMarks } from '@/lib/meetings/attendance/schema'
import { translations } from '@/lib/messages'

export const save = formAction(SaveMarks, async (actor, input) => ({
  message: translations('said')('attendanceNoted', await saveMarks(actor, input)),
}))
