import type { Metadata } from 'next'
import { Field } from '@/components/ui/field'
import { Form, SubmitButton } from '@/components/ui/form'
import { PageHeading } from '@/components/ui/page-heading'
import { DateFields, SessionFields } from '@/components/sessions/session-fields'
import { page } from '@/lib/http/access'
import { printDateRange } from '@/lib/clock'
import { authorize } from '@/lib/errors'
import { canChangeSession } from '@/lib/sessions/policy'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'
import { change, postpone } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('sessionForm')('editTitle'),
})

export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  authorize(canChangeSession(actor, session.id), 'secretariatOnly')
  const t = translations('sessionForm')
  const readVersion = (
    <>
      <input type="hidden" name="sessionId" value={session.id} />
      <input type="hidden" name="version" value={session.version} />
    </>
  )
  return (
    <>
      <PageHeading title={t('editTitle')} />
      <div className="grid gap-12 lg:grid-cols-2">
        <Form action={change} className="grid max-w-xl content-start gap-5">
          {readVersion}
          <SessionFields session={session} />
          <div>
            <SubmitButton>{t('save')}</SubmitButton>
          </div>
        </Form>
        <section className="sheet max-w-xl self-start p-5">
          <h2 className="font-serif text-xl font-semibold">{t('postpone')}</h2>
          <p className="mb-5 mt-1 text-sm text-quiet">
            {t('postponeLead', { dates: printDateRange(session.startsOn, session.endsOn) })}
          </p>
          <Form action={postpone}>
            {readVersion}
            <DateFields />
            <Field name="reason" label={t('reason')} />
            <div>
              <SubmitButton tone="quiet">{t('postponeNow')}</SubmitButton>
            </div>
          </Form>
        </section>
      </div>
    </>
  )
})
