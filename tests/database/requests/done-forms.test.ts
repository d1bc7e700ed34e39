import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { transaction } from '@/lib/delegations/transaction'
import { findDoneForm, forgetOldForms, keepWhereItLed } from '@/lib/http/forms/done-forms'
import { addHeading } from '@/lib/proposals/preliminary-list/heading-commands'
import { Refused } from '@/lib/errors'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
let form: { id: string; personId: string }
beforeEach(async () => {
  cast = await scenario()
  form = { id: randomUUID(), personId: cast.rapporteur.personId }
})

/** The Rapporteur with a request by the form. */
const asks = (): SignedIn => ({
  ...cast.rapporteur,
  request: { arrivedAt: null, form: { id: form.id, isDone: false } },
})
/** An act that is not idempotent by itself. */
const adds = () => addHeading(asks(), { slug: cast.session.slug, title: randomUUID() })
const headings = () => db.listHeading.count({ where: { list: { sessionId: cast.session.id } } })

describe('the act of a form', () => {
  test('is done once, however often and however quickly the form is sent', async () => {
    const answers = await Promise.allSettled([adds(), adds(), adds()])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const answer of answers)
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ key: 'doneBefore' })
    await expect(adds()).rejects.toThrow('doneBefore')
    expect(await headings()).toBe(1)
  })

  test('is found again by whoever did it, with the time and the place to which it led', async () => {
    expect(await findDoneForm(form)).toBeNull()
    await adds()
    expect(await findDoneForm(form)).toEqual({ at: expect.any(Date) as Date, goTo: null })
    await keepWhereItLed(form, '/sessions')
    expect(await findDoneForm(form)).toMatchObject({ goTo: '/sessions' })
    const another = { ...form, personId: cast.chair.personId }
    expect(await findDoneForm(another)).toBeNull()
  })

  test('is not marked as done where it is refused, and can be sent again', async () => {
    const refused = transaction(asks(), async () => {
      throw new Refused('invalid', 'nothing')
    })
    await expect(refused).rejects.toThrow('nothing')
    expect(await findDoneForm(form)).toBeNull()
    await adds()
    expect(await headings()).toBe(1)
  })

  test('may take several transactions', async () => {
    const actor = asks()
    await transaction(actor, async () => {})
    await transaction(actor, async () => {})
    expect(await findDoneForm(form)).not.toBeNull()
  })

  test('is waited for while it is being committed, so that nobody is told "not done" of what is done', async () => {
    let commit = () => {}
    const committed = new Promise<void>((resolve) => (commit = resolve))
    const act = db.$transaction(async (tx) => {
      await tx.doneForm.create({ data: form })
      await committed
    })
    await new Promise((resume) => setTimeout(resume, 100))
    const found = findDoneForm(form)
    await new Promise((resume) => setTimeout(resume, 100))
    commit()
    await act
    expect(await found).not.toBeNull()
  })

  test('is forgotten after thirty days, and not before', async () => {
    const doneBefore = (days: number) =>
      db.doneForm.update({
        where: { id: form.id },
        data: { at: new Date(Date.now() - days * 24 * 3_600_000) },
      })
    await adds()
    await doneBefore(29)
    await forgetOldForms()
    expect(await findDoneForm(form)).not.toBeNull()
    await doneBefore(31)
    await forgetOldForms()
    expect(await findDoneForm(form)).toBeNull()
  })
})
