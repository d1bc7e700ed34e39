import 'server-only'
import { refresh } from 'next/cache'
import { cookies, headers } from 'next/headers'
import { redirect, unstable_rethrow } from 'next/navigation'
import { z } from 'zod'
import { currentActor } from '@/lib/auth/current-actor'
import { isFromThisSite } from '@/lib/auth/origin'
import { logRefusedRight } from '@/lib/auth/security/refusals'
import { type Actor, isSignedIn, type SignedIn, visitor } from '@/lib/delegations/actor'
import { Refused } from '@/lib/errors'
import {
  type Done,
  type FormState,
  type FormValues,
  formValues,
  withoutSecrets,
} from '@/lib/http/form-state'
import { type FormAct, keepWhereItLed, lookFor } from './forms/done-forms'
import { doneBefore, failed, invalid, refused, unknown } from './forms/form-answers'
import { keepAnswer, SENT_AS } from './forms/front'
import { saidOnce } from './shell/said'

/**
 * Makes a server action. The action checks that the request comes from this site, finds the actor, who must be signed
 * in, parses only the fields that the schema names, runs the command and turns a refusal into form state with all typed
 * values. Any other exception is a defect, or the database is away: the action logs it, and the form says whether the
 * act was done. A form done before, by its id and its person, is answered as done (idempotent). The command gets the
 * form itself for its files.
 */
export function formAction<Schema extends z.ZodType>(
  schema: Schema,
  command: (actor: SignedIn, input: z.output<Schema>, form: FormData) => Promise<Done | void>,
) {
  return visitorAction(schema, command, (actor) => {
    if (!isSignedIn(actor)) throw new Refused('forbidden', 'signedOut')
    return actor
  })
}

/** Like `formAction`, also for visitors: only for acts that lead to a sign-in. */
export function visitorAction<Schema extends z.ZodType, A extends Actor = Actor>(
  schema: Schema,
  command: (actor: A, input: z.output<Schema>, form: FormData) => Promise<Done | void>,
  admit: (actor: Actor) => A = (actor) => actor as A,
) {
  return async (_previous: FormState, form: FormData): Promise<FormState> => {
    const state = await answer(form, formValues(form))
    await tellFront(state)
    return state
  }

  async function answer(form: FormData, values: FormValues): Promise<FormState> {
    const { formId } = values
    let act: FormAct | undefined
    let hasBegun = false
    let asker: Actor = visitor
    try {
      if (!(await isFromThisSite())) throw new Refused('forbidden', 'foreignOrigin')
      asker = await currentActor()
      const actor = admit(asker)
      const parsed = schema.safeParse(values)
      if (!parsed.success) return invalid(parsed.error, values)
      if (actor.personId && isFormId(formId)) act = { id: formId, personId: actor.personId }
      hasBegun = true
      const asked = asking(actor, act)
      const result = await command(asked, parsed.data, form)
      // The page shows the result of the act, also if the person stays on it or only its #place changes.
      refresh()
      if (result?.goTo) await goTo(result.goTo, act, result.message)
      const answerState =
        result?.answer === undefined
          ? {}
          : {
              answer: result.answer,
              values: withoutSecrets(values),
              ...(!asked.request?.form?.isDone && { isPreview: true as const }),
            }
      return { status: 'done', message: result?.message ?? null, ...answerState, at: Date.now() }
    } catch (error) {
      unstable_rethrow(error)
      const isRefusal = error instanceof Refused
      if (!isRefusal) console.error(error)
      const earlier = hasBegun && act ? await lookFor(act) : null
      if (earlier) return doneBefore(earlier)
      if (isRefusal) {
        await logRefusedRight(asker, error)
        return refused(error, values)
      }
      return earlier === null ? failed(values) : unknown(values)
    }
  }
}

/** Tells the server the state in which a form without script is answered. */
async function tellFront(state: FormState): Promise<void> {
  const sentAs = (await headers()).get(SENT_AS)
  if (sentAs) keepAnswer(sentAs, state)
}

/** The actor with the form that asks for the act. */
const asking = <A extends Actor>(actor: A, act: FormAct | undefined): A =>
  act
    ? {
        ...actor,
        request: { arrivedAt: null, ...actor.request, form: { id: act.id, isDone: false } },
      }
    : actor

const isFormId = (value: unknown): value is string => z.uuid().safeParse(value).success

/**
 * Redirects to the place of an act, and keeps that place in case this answer is lost. The page there says the message,
 * if any, once.
 */
async function goTo(place: string, act: FormAct | undefined, message?: string): Promise<never> {
  if (message) (await cookies()).set(saidOnce(place, message))
  if (act) await keepWhereItLed(act, place).catch(console.error)
  await tellFront({ status: 'done', message: null, at: Date.now() })
  redirect(place)
}
