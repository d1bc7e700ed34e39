import { asId } from '@/lib/errors'
import { handler } from '@/lib/http/access'
import { findDoneForm } from '@/lib/http/forms/done-forms'

/** What became of a form whose answer was lost: `{ at, goTo }` once its act is done, else `null`. */
export const GET = handler('signedIn', async ({ personId }, _, { form }) =>
  Response.json(await findDoneForm({ id: asId(form), personId }), {
    headers: { 'cache-control': 'no-store' },
  }),
)
