import { Deadline } from '@/components/time/deadline'
import { Field, SelectField } from '@/components/ui/field'
import { Form, HiddenValues, SubmitButton } from '@/components/ui/form'
import { PageHeading } from '@/components/ui/page-heading'
import { printSeatTime } from '@/lib/clock'
import { getPublicCall } from '@/lib/circulation/requests/queries'
import { page, titled } from '@/lib/http/access'
import { paths } from '@/lib/paths'
import { sessionInSentence } from '@/lib/sessions/session-view'
import { translations } from '@/lib/messages'
import { ask } from './actions'

const kind = () => translations('takePart')('title')

export const generateMetadata = titled('public', kind, async (_actor, { params }) => {
  const { title } = await getPublicCall(params.session!, params.circulation!)
  return `${kind()} · ${title}`
})

/** The page at which stakeholders ask to take part in an open circulation. */
export default page('public', async (_actor, { params }) => {
  const call = await getPublicCall(params.session!, params.circulation!)
  const t = translations('takePart')
  const kinds = translations('entityKinds')
  return (
    <>
      <PageHeading
        trail={[{ href: paths.publicHome, label: translations('lists')('publicTitle') }]}
        title={t('title')}
      >
        {t('lead', { title: call.title, event: call.event })}
      </PageHeading>
      <section className="mb-8 grid max-w-prose gap-2">
        <h2 className="font-serif text-xl font-semibold">{t('lists')}</h2>
        <ul className="list-disc ps-5">
          {call.lists.map(({ slug, symbol, ...session }) => (
            <li key={slug}>
              <a href={paths.publicList(slug)} className="way">
                {t('list', { session: sessionInSentence(session) })}
              </a>
              {symbol && ` (${symbol})`}
            </li>
          ))}
        </ul>
      </section>
      {call.isOpen ? (
        <section className="sheet max-w-xl p-5">
          <h2 className="font-serif text-xl font-semibold">{t('ask')}</h2>
          <p className="mt-1">
            {t('until')} <Deadline until={call.openUntil} />
          </p>
          <p className="mb-5 mt-2 text-sm text-quiet">{t('about')}</p>
          <Form action={ask}>
            <HiddenValues values={{ circulationId: call.id }} />
            <Field name="name" label={t('name')} hint={t('nameHint')} autoComplete="organization" />
            <SelectField
              name="kind"
              label={t('kind')}
              options={[
                { value: '', label: '–' },
                ...call.kinds.map((kind) => ({ value: kind, label: kinds(kind) })),
              ]}
            />
            <Field name="contactName" label={t('contactName')} autoComplete="name" />
            <Field
              name="email"
              type="email"
              label={t('email')}
              hint={t('emailHint')}
              autoComplete="email"
            />
            <div>
              <SubmitButton>{t('askNow')}</SubmitButton>
            </div>
          </Form>
        </section>
      ) : (
        <p className="max-w-prose">{t('closed', { time: printSeatTime(call.openUntil) })}</p>
      )}
    </>
  )
})
