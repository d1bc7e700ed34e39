import { heldFile } from '@/lib/documents/files/response'
import { handler } from '@/lib/http/access'
import { getAnnexByKey } from '@/lib/silence/conduct/annex-links'

/** An annex for a member of the roll without an account, by the link of the letter: a download of its true type. */
export const GET = handler('public', async (_actor, _request, params) =>
  heldFile(await getAnnexByKey(params.key!, params.annex!)),
)
