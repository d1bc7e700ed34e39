import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { databaseTime, db, systemTransaction } from '@/lib/db/client'

/** A form by the id that it carries, and the person who sent it. */
export type FormAct = { id: string; personId: string }

/** The time of a form's act, and the place to which it led. */
export type DoneForm = { at: Date; goTo: string | null }

/**
 * The result of a form of this person: the time at which its act was done, or null if it was not. Exact also while the
 * act's transaction is being committed, for which it waits.
 */
export async function findDoneForm({ id, personId }: FormAct): Promise<DoneForm | null> {
  const find = () =>
    db.doneForm.findFirst({ where: { id, personId }, select: { at: true, goTo: true } })
  return (await find()) ?? ((await isFree({ id, personId })) ? null : find())
}

const PATIENCE = 5_000
const PAUSE = 500

/** The same while the database may be coming back: retries for five seconds; undefined if it does not answer. */
export function lookFor(form: FormAct): Promise<DoneForm | null | undefined> {
  const until = performance.now() + PATIENCE
  const look = (): Promise<DoneForm | null | undefined> =>
    findDoneForm(form).catch(async () => {
      await pause(PAUSE)
      return performance.now() < until ? look() : undefined
    })
  return Promise.race([look(), pause(PATIENCE, undefined)])
}

/** Whether no transaction has written this form, nor is about to: tried by writing it and taking that back. */
async function isFree(form: FormAct): Promise<boolean> {
  const undo = new Error('Only tried.')
  let count = 0
  try {
    await systemTransaction(async (tx) => {
      ;({ count } = await tx.doneForm.createMany({ data: [form], skipDuplicates: true }))
      throw undo
    })
  } catch (error) {
    if (error !== undo) throw error
  }
  return count > 0
}

/** Stores the place to which a form's act led, in case its answer was lost. */
export async function keepWhereItLed({ id, personId }: FormAct, goTo: string): Promise<void> {
  await db.doneForm.updateMany({ where: { id, personId }, data: { goTo } })
}

const KEPT_FOR_DAYS = 30

/** Deletes the forms done more than thirty days ago: nobody asks for their result any more. */
export const forgetOldForms = (): Promise<void> =>
  systemTransaction(async (tx) => {
    const until = (await databaseTime(tx)).getTime() - KEPT_FOR_DAYS * 24 * 3_600_000
    await tx.doneForm.deleteMany({ where: { at: { lt: new Date(until) } } })
  })
