import { handler } from '@/lib/http/access'
import { asAttachment } from '@/lib/export/file-name'
import { asId } from '@/lib/errors'
import { rowsToCsv } from '@/lib/export/tables/csv'
import { type AddresseeLine, listAddressees } from '@/lib/circulation/addressees/queries'
import { getPreparedCirculation } from '@/lib/circulation/queries'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'

/** The addressees and the progress of each, as CSV; for the Secretariat. */
export const GET = handler('participant', async (actor, _request, params) => {
  const session = await getSession(actor, params.session!)
  const circulation = await getPreparedCirculation(actor, session, asId(params.circulation))
  const addressees = await listAddressees(actor, circulation)
  const body = rowsToCsv(addressees, columns())
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': asAttachment(`addressees-${session.slug}.csv`, body),
      'cache-control': 'private, no-store',
    },
  })
})

function columns() {
  const t = translations('addressees')
  const kinds = translations('entityKinds')
  return [
    { title: t('name'), value: ({ name }: AddresseeLine) => name },
    { title: t('kind'), value: ({ kind }: AddresseeLine) => kinds(kind) },
    {
      title: t('contacts'),
      value: ({ contacts }: AddresseeLine) =>
        contacts.map(({ name, email }) => `${name} <${email}>`).join('; '),
    },
    { title: t('state'), value: ({ state }: AddresseeLine) => t(`states.${state}`) },
    {
      title: t('openedAt'),
      value: ({ firstOpenedAt }: AddresseeLine) => firstOpenedAt?.toISOString(),
    },
    { title: t('answersCount'), value: ({ answers }: AddresseeLine) => answers },
  ]
}
