'use server'

import { formAction } from '@/lib/http/action'
import { saveJoining, submitJoining } from '@/lib/amendments/joining/commands'
import { decideAllOf, getJoiningPlace } from '@/lib/amendments/joining/queries'
import { declineAlone } from '@/lib/amendments/joining/decline-alone'
import { DeclineAlone, JoiningForm, SubmitJoining } from '@/lib/amendments/joining/schema'
import { KeepText } from '@/lib/amendments/schema'
import { keepText } from '@/lib/amendments/versions/commands'
import { Refused } from '@/lib/errors'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'

export const keep = formAction(JoiningForm, async (actor, { act, ...input }) => {
  const t = translations('joining')
  const [how, ids] = act.split(':')
  try {
    const decisions =
      how === 'take' || how === 'keep'
        ? await decideAllOf(actor, input, ids?.split(',') ?? [], how)
        : input.decisions
    const { version } = await saveJoining(actor, { ...input, decisions })
    const { slug, number } = await getJoiningPlace(actor, input.proposalId)
    if (act === 'check') return { goTo: paths.checkJoining(slug, number) }
    return { message: t('kept'), answer: { version } }
  } catch (error) {
    // Not a refusal to the form: the page is rendered again with the colleague's decisions, beside the person's own.
    if (error instanceof Refused && error.key === 'joiningMoved')
      return { message: t('notKept'), answer: {} }
    throw error
  }
})

export const keepWholeText = formAction(KeepText, async (actor, input) => {
  const { slug, proposalNumber } = await keepText(actor, input)
  return { goTo: paths.joining(slug, proposalNumber), message: translations('joining')('textKept') }
})

export const decline = formAction(DeclineAlone, async (actor, input) => {
  const { slug, number, count } = await declineAlone(actor, input)
  const message = translations('joining')('declinedAlone', { count })
  return { goTo: paths.amendments(slug, number), message }
})

export const submit = formAction(SubmitJoining, async (actor, input) => {
  const { slug, number, revision } = await submitJoining(actor, input)
  return { goTo: `${paths.receipt(slug, number, revision)}?new` }
})
