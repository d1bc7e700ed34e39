import { PaperRows } from '@/components/circulation/papers/paper-rows'
import { SendPaper } from '@/components/circulation/papers/send-paper'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { getPaperRoom } from '@/lib/circulation/papers/queries'
import { asId } from '@/lib/errors'
import { page, titled } from '@/lib/http/access'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { getSession } from '@/lib/sessions/queries'
import { send } from './actions'

const kind = () => translations('papers')('title')

export const generateMetadata = titled('participant', kind, async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const { title } = await getPaperRoom(actor, session.id, asId(params.circulation))
  return `${kind()} · ${title}`
})

/** The form to take away, a paper to send, and the papers that came in. */
export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const room = await getPaperRoom(actor, session.id, asId(params.circulation))
  const t = translations('papers')
  const address = paths.papers(session.slug, room.circulationId)
  return (
    <>
      <PageHeading
        trail={[
          { href: paths.circulationComments(session.slug, room.circulationId), label: room.title },
        ]}
        title={t('title')}
      >
        {t(room.delegation ? 'lead' : 'leadOffice')}
      </PageHeading>
      {room.delegation && (
        <section aria-labelledby="form" className="mb-12">
          <h2 id="form" className="mb-2 font-serif text-xl font-semibold">
            {t('takeForm')}
          </h2>
          <p className="mb-4 max-w-prose text-quiet">{t('takeFormHint')}</p>
          <p className="flex flex-wrap gap-3">
            {(['docx', 'xlsx'] as const).map((format) => (
              <a
                key={format}
                href={paths.commentForm(
                  session.slug,
                  room.circulationId,
                  room.delegation!.id,
                  format,
                )}
                className="button"
                download
              >
                {t(format === 'docx' ? 'takeWord' : 'takeSheet')}
              </a>
            ))}
          </p>
        </section>
      )}
      <SendPaper action={send} room={room} />
      <section aria-labelledby="here" className="mt-12">
        <h2 id="here" className="mb-3 font-serif text-xl font-semibold">
          {t('here')}
        </h2>
        {room.papers.length === 0 ? (
          <Empty title={t(room.delegation ? 'none' : 'noneOffice')}>
            {t(room.delegation ? 'noneHint' : 'noneOfficeHint')}
          </Empty>
        ) : (
          <PaperRows papers={room.papers} link={(id) => `${address}/${id}`} />
        )}
      </section>
    </>
  )
})
