import { asId } from '@/lib/errors'
import { handler } from '@/lib/http/access'
import { findDoneForm } from '@/lib/http/forms/done-forms'

/** The result of a form with a lost answer: `{ at, goTo }` once its act is done, else `null`. */
export const GET = handler('signedIn', async ({ personId }, _, { form }) =>
  Response.json(await findDoneForm({ id: asId(form), personId }), {
    headers: { 'cache-control': 'no-store' },
  }),
)
