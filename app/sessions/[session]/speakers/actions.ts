'use server'

import { formAction } from '@/lib/http/action'
import {
  askFloor,
  closeSpeakersList,
  type ListPlace,
  setSpeakersList,
  withdrawFloor,
} from '@/lib/meetings/speakers/commands'
import {
  callSpeaker,
  noteStatement,
  orderSpeakers,
  takeBackFloor,
} from '@/lib/meetings/speakers/floor'
import {
  AskFloor,
  CallSpeaker,
  CloseSpeakersList,
  NoteStatement,
  OneStatement,
  OrderSpeakers,
  SetSpeakersList,
} from '@/lib/meetings/speakers/schema'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'

const answer = ({ slug, item }: ListPlace, key: string) => ({
  goTo: paths.speakersOn(slug, item),
  message: translations('said')(key),
})

export const open = formAction(SetSpeakersList, async (actor, input) =>
  answer(await setSpeakersList(actor, input), 'listSet'),
)
export const close = formAction(CloseSpeakersList, async (actor, input) =>
  answer(await closeSpeakersList(actor, input), 'listClosed'),
)
export const ask = formAction(AskFloor, async (actor, input) =>
  answer(await askFloor(actor, input), 'floorAsked'),
)
export const withdraw = formAction(OneStatement, async (actor, input) =>
  answer(await withdrawFloor(actor, input), 'floorWithdrawn'),
)
export const order = formAction(OrderSpeakers, async (actor, input) =>
  answer(await orderSpeakers(actor, input), 'speakersOrdered'),
)
export const takeBack = formAction(OneStatement, async (actor, input) =>
  answer(await takeBackFloor(actor, input), 'floorTakenBack'),
)
export const call = formAction(CallSpeaker, async (actor, input) =>
  answer(await callSpeaker(actor, input), 'speakerCalled'),
)
export const spoke = formAction(NoteStatement, async (actor, input) =>
  answer(await noteStatement(actor, input), 'statementNoted'),
)
