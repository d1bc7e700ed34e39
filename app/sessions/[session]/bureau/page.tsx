import type { Metadata } from 'next'
import { BureauForm } from '@/components/meetings/bureau-form'
import { BureauRows } from '@/components/meetings/bureau-rows'
import { Rooms } from '@/components/meetings/rooms'
import { PageHeading } from '@/components/ui/page-heading'
import { printSeatDate, printSeatTime } from '@/lib/clock'
import { page } from '@/lib/http/access'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { listBureau, listBureauAccounts, listPowers } from '@/lib/sessions/bureau/queries'
import { canChangeSession } from '@/lib/sessions/policy'
import { getSession } from '@/lib/sessions/queries'
import { add, end } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('sitting')('bureauTitle'),
})

export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const t = translations('sitting')
  const [members, accounts, powers] = await Promise.all([
    listBureau(session),
    listBureauAccounts(actor, session),
    listPowers(session),
  ])
  const changes = canChangeSession(actor, session.id)
  return (
    <>
      <PageHeading
        title={t('bureauTitle')}
        actions={
          changes && (
            <a href={paths.officers(session.slug)} className="button">
              {t('officesLink')}
            </a>
          )
        }
      >
        {t('bureauLead')}
        {changes && <span className="block">{t('bureauAndOffices')}</span>}
      </PageHeading>
      <Rooms slug={session.slug} current="bureau" />
      <BureauRows
        members={members}
        accounts={accounts}
        sessionId={session.id}
        end={changes ? end : null}
      />
      {powers.length > 0 && (
        <section className="mt-10">
          <h2 className="mb-2 font-serif text-xl font-semibold">{t('powers')}</h2>
          <ul className="grid gap-1">
            {powers.map(({ id, from, to, givenAt, endedAt, scope, dayAlone }) => (
              <li key={id}>
                {dayAlone
                  ? t('powersGivenOn', { from, to, date: printSeatDate(givenAt) })
                  : t(endedAt ? 'powersGivenUntil' : 'powersGiven', {
                      from,
                      to,
                      time: printSeatTime(givenAt),
                      until: endedAt ? printSeatTime(endedAt) : '',
                    })}
                {scope && <span className="block text-sm text-quiet">{scope}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {changes && <BureauForm sessionId={session.id} members={members} add={add} />}
    </>
  )
})
