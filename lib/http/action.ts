import 'server-only'
import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
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
import { translations } from '@/lib/messages'

/**
 * The way to make a server action. It checks that the request comes from this site, finds the actor,
 * who must be signed in, parses only the fields that the schema names, runs the command and turns a
 * refusal into form state with everything that was typed. What else is thrown is a defect and stays thrown.
 */
export function formAction<Schema extends z.ZodType>(
  schema: Schema,
  run: (actor: SignedIn, input: z.output<Schema>) => Promise<Done | void>,
) {
  return visitorAction(schema, run, (actor) => {
    if (!isSignedIn(actor)) throw new Refused('forbidden', 'signedOut')
    return actor
  })
}

/** Like `formAction`, also for who is not signed in: what leads to a sign-in, and nothing else. */
export function visitorAction<Schema extends z.ZodType, A extends Actor = Actor>(
  schema: Schema,
  run: (actor: A, input: z.output<Schema>) => Promise<Done | void>,
  admit: (actor: Actor) => A = (actor) => actor as A,
) {
  return async (_previous: FormState, form: FormData): Promise<FormState> => {
    const values = formValues(form)
    let asking: Actor = visitor
    try {
      if (!(await isFromThisSite())) throw new Refused('forbidden', 'foreignOrigin')
      asking = await currentActor()
      const actor = admit(asking)
      const parsed = schema.safeParse(values)
      if (!parsed.success) return await invalid(parsed.error, withoutSecrets(values))
      const done = await run(actor, parsed.data)
      // The page shows what the act made of it, also where it stays or only its #place changes.
      refresh()
      if (done?.goTo) redirect(done.goTo)
      const kept = done?.answer === undefined ? {} : { answer: done.answer, values }
      return { status: 'done', message: done?.message ?? null, ...kept, at: Date.now() }
    } catch (error) {
      if (error instanceof Refused) {
        await logRefusedRight(asking, error)
        return await refused(error, withoutSecrets(values))
      }
      throw error
    }
  }
}

async function invalid(error: z.ZodError, values: FormValues): Promise<FormState> {
  const t = translations('invalid')
  const fields: Record<string, string> = {}
  for (const issue of error.issues) {
    const name = String(issue.path[0] ?? '')
    fields[name] ??= t.has(issue.message) ? t(issue.message) : t('field')
  }
  return { status: 'refused', message: t('form'), fields, values, at: Date.now() }
}

async function refused(error: Refused, values: FormValues): Promise<FormState> {
  const t = translations('refusals')
  const message = t(error.key, error.values)
  const fields = error.field ? { [error.field]: message } : {}
  return { status: 'refused', message, fields, values, reason: error.reason, at: Date.now() }
}
