import { ClientMessages } from '@/components/messages/client-messages'
import type { Metadata } from 'next'
import { Deadline } from '@/components/time/deadline'
import { DeadlineField } from '@/components/time/deadline-field'
import { ChoiceField, TextField } from '@/components/ui/field'
import { Form, HiddenValues, SubmitButton } from '@/components/ui/form'
import { PageHeading } from '@/components/ui/page-heading'
import { Confirmed } from '@/components/ui/confirmed'
import { PeriodRows } from '@/components/sessions/period-rows'
import { page } from '@/lib/http/access'
import { toSeatInput } from '@/lib/clock'
import { authorize } from '@/lib/errors'
import { paths } from '@/lib/paths'
import { listProposalAgenda } from '@/lib/proposals/drafts/queries'
import { periodKinds } from '@/lib/sessions/kinds'
import { listExtensions, listPeriods, type PeriodLine } from '@/lib/sessions/overview-queries'
import { canSetPeriods } from '@/lib/sessions/policy'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'
import { close, extend, open } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('periodsForm')('title'),
})

export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  authorize(canSetPeriods(actor, session.id), 'secretariatOnly')
  const t = translations('periodsForm')
  const words = translations('overview.period')
  const [periods, extensions, agenda] = await Promise.all([
    listPeriods(session),
    listExtensions(session),
    listProposalAgenda(session),
  ])
  const living = periods.filter((period) => period.open)
  const free = periodKinds.filter((kind) => !living.some((period) => period.kind === kind))
  return (
    <>
      <PageHeading title={t('title')}>{t('lead')}</PageHeading>
      {agenda.length === 0 && session.kind === 'topical' && (
        <p className="mb-6 max-w-prose">
          {t('noAgenda')}{' '}
          <a href={paths.agenda(session.slug)} className="way">
            {t('enterAgenda')}
          </a>
        </p>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        {living.map((period) => (
          <OpenPeriodSheet key={period.id} period={period} title={words(period.kind)} />
        ))}
        {free.length > 0 ? (
          <section className="sheet p-5">
            <h2 className="mb-4 font-serif text-xl font-semibold">{t('open')}</h2>
            <Form action={open}>
              <input type="hidden" name="sessionId" value={session.id} />
              <ChoiceField
                name="kind"
                label={t('kind')}
                options={free.map((kind) => ({ value: kind, label: words(kind) }))}
                defaultValue={free[0]}
              />
              <ClientMessages namespaces={['periodsForm']}>
                <DeadlineField label={t('until')} />
              </ClientMessages>
              <div>
                <SubmitButton>{t('openNow')}</SubmitButton>
              </div>
            </Form>
          </section>
        ) : null}
      </div>
      <section className="mt-12">
        <h2 className="mb-2 font-serif text-xl font-semibold">{t('all')}</h2>
        <PeriodRows periods={periods} extensions={extensions} />
      </section>
    </>
  )
})

/** A period that is open, with its later deadline and its end. */
function OpenPeriodSheet({ period, title }: { period: PeriodLine; title: string }) {
  const t = translations('periodsForm')
  return (
    <section className="sheet grid gap-6 p-5">
      <header>
        <h2 className="font-serif text-xl font-semibold">{title}</h2>
        <p className="mt-1">
          {t('openUntil')} <Deadline until={period.openUntil} />
        </p>
      </header>
      <Form action={extend}>
        <input type="hidden" name="periodId" value={period.id} />
        <ClientMessages namespaces={['periodsForm']}>
          <DeadlineField label={t('newUntil')} defaultValue={toSeatInput(period.openUntil)} />
        </ClientMessages>
        <TextField name="reason" label={t('reason')} hint={t('reasonHint')} rows={2} />
        <div>
          <SubmitButton tone="quiet">{t('extend')}</SubmitButton>
        </div>
      </Form>
      <div className="border-t border-line pt-5">
        <Confirmed title={t('close')} label={t('closeNamed', { period: title })} action={close}>
          <HiddenValues values={{ periodId: period.id }} />
          <p className="text-sm text-quiet">{t('closeHint')}</p>
        </Confirmed>
      </div>
    </section>
  )
}
