import { getPreparedCirculation } from '@/lib/circulation/queries'
import { asId } from '@/lib/errors'
import { titled } from '@/lib/http/access'
import { getSession } from '@/lib/sessions/queries'
import { readAddress } from './reading'

/** The title of a page about an opened circulation: its kind and the circulation. */
export const titledOfCirculation = (kind: () => string) =>
  titled('participant', kind, async (actor, { params }) => {
    const { circulation } = await readAddress(actor, params)
    return `${kind()} · ${circulation.title}`
  })

/** The same for the pages of those who prepare circulations, which show one before its opening too. */
export const titledOfPrepared = (kind: () => string) =>
  titled('participant', kind, async (actor, { params }) => {
    const session = await getSession(actor, params.session!)
    const { title } = await getPreparedCirculation(actor, session, asId(params.circulation))
    return `${kind()} · ${title}`
  })
