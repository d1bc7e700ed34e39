'use server'

import { formAction } from '@/lib/http/action'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { requiredFile, sentFile } from '@/lib/documents/files/upload'
import { breakSilence, enterBreak, remark as attach, withdrawBreak } from '@/lib/silence/commands'
import {
  decideSilence,
  declareResult,
  extendSilence,
  noteSilence,
  resumeSilence,
} from '@/lib/silence/conduct/conducting'
import { openSilence } from '@/lib/silence/conduct/opening'
import {
  addAnnex as annex,
  discardSilence,
  removeAnnex as takeAnnex,
  type SilencePlace,
  writeText,
} from '@/lib/silence/conduct/preparing'
import {
  AddAnnex,
  BreakSilence,
  EnterBreak,
  ExtendSilence,
  NoteSilence,
  OneSilence,
  OpenSilence,
  RemoveAnnex,
  Remark,
  WithdrawBreak,
  WriteText,
} from '@/lib/silence/schema'

const answer = ({ slug, number }: SilencePlace, key: string) => ({
  goTo: paths.silence(slug, number),
  message: translations('silence')(key),
})

export const write = formAction(WriteText, async (actor, input) =>
  answer(await writeText(actor, input), 'written'),
)
export const addAnnex = formAction(AddAnnex, async (actor, input, form) =>
  answer(await annex(actor, { ...input, file: await requiredFile(form) }), 'annexAdded'),
)
export const removeAnnex = formAction(RemoveAnnex, async (actor, input) =>
  answer(await takeAnnex(actor, input), 'annexRemoved'),
)
export const open = formAction(OpenSilence, async (actor, input) =>
  answer(await openSilence(actor, input), 'opened'),
)
export const discard = formAction(OneSilence, async (actor, input) =>
  answer(await discardSilence(actor, input), 'discardedNow'),
)
export const breakIt = formAction(BreakSilence, async (actor, input) => {
  const place = await breakSilence(actor, input)
  return answer(place, place.inTime ? 'broke' : 'brokeLate')
})
export const enter = formAction(EnterBreak, async (actor, input, form) => {
  const place = await enterBreak(actor, input, await sentFile(form))
  return answer(place, place.inTime ? 'entered' : 'enteredLate')
})
export const withdraw = formAction(WithdrawBreak, async (actor, input) =>
  answer(await withdrawBreak(actor, input), 'withdrew'),
)
export const remark = formAction(Remark, async (actor, input) =>
  answer(await attach(actor, input), 'attached'),
)
export const extend = formAction(ExtendSilence, async (actor, input) =>
  answer(await extendSilence(actor, input), 'extendedNow'),
)
export const resume = formAction(ExtendSilence, async (actor, input) =>
  answer(await resumeSilence(actor, input), 'resumedNow'),
)
export const declare = formAction(OneSilence, async (actor, input) =>
  answer(await declareResult(actor, input), 'declaredNow'),
)
export const decide = formAction(OneSilence, async (actor, input) =>
  answer(await decideSilence(actor, input), 'decidedNow'),
)
export const note = formAction(NoteSilence, async (actor, input) =>
  answer(await noteSilence(actor, input), 'notedNow'),
)
