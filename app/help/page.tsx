import type { Metadata } from 'next'
import { KeyboardKeys } from '@/components/help/keyboard-keys'
import { PageHeading } from '@/components/ui/page-heading'
import { contactAddress } from '@/lib/http/shell/contact'
import { page } from '@/lib/http/access'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'

export const metadata: Metadata = { title: translations('help')('title') }

const tasks = ['read', 'propose', 'change', 'comment', 'coSponsor', 'follow'] as const
const roles = ['adviser', 'head', 'rapporteur', 'chair', 'secretariat'] as const
const HEADING = 'mb-3 font-serif text-xl font-semibold'

export default page('public', async () => {
  const t = translations('help')
  const contact = contactAddress()
  return (
    <>
      <PageHeading title={t('title')}>{t('lead')}</PageHeading>
      <div className="grid gap-x-14 gap-y-12 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <section aria-labelledby="tasks">
          <h2 id="tasks" className={HEADING}>
            {t('tasks')}
          </h2>
          <div className="grid max-w-prose gap-5">
            {tasks.map((task) => (
              <div key={task}>
                <h3 className="font-semibold">{t(`task.${task}.title`)}</h3>
                <p>{t(`task.${task}.text`)}</p>
              </div>
            ))}
          </div>
        </section>
        <div className="grid content-start gap-12">
          <section aria-labelledby="contact">
            <h2 id="contact" className={HEADING}>
              {t('contact')}
            </h2>
            <div className="grid gap-2">
              <p>{t('contactLead')}</p>
              <p>
                {contact
                  ? t.rich('contactWrite', {
                      address: () => <a href={`mailto:${contact}`}>{contact}</a>,
                    })
                  : t('contactUnknown')}
              </p>
              <p className="text-quiet">{t('contactSay')}</p>
              <p className="text-quiet">{t('contactDelegation')}</p>
            </div>
          </section>
          <section aria-labelledby="roles">
            <h2 id="roles" className={HEADING}>
              {t('roles')}
            </h2>
            <dl className="grid gap-2">
              {roles.map((role) => (
                <div key={role}>
                  <dt className="inline font-semibold">{t(`role.${role}.title`)}</dt>{' '}
                  <dd className="inline">{t(`role.${role}.text`)}</dd>
                </div>
              ))}
            </dl>
          </section>
          <section aria-labelledby="keyboard">
            <h2 id="keyboard" className={HEADING}>
              {t('keyboard')}
            </h2>
            <KeyboardKeys />
            <p className="mt-3 text-sm text-quiet">{t('keyboardHint')}</p>
          </section>
          <p>
            <a href={paths.glossary} className="way">
              {t('glossaryLink')}
            </a>
          </p>
        </div>
      </div>
    </>
  )
})
