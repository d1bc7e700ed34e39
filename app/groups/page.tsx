import type { Metadata } from 'next'
import { GroupFields } from '@/components/groups/group-fields'
import { Form, SubmitButton } from '@/components/ui/form'
import { PageHeading } from '@/components/ui/page-heading'
import { page } from '@/lib/http/access'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { canChangeGroup } from '@/lib/sessions/groups/policy'
import { listAllGroups } from '@/lib/sessions/groups/queries'
import { make } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('groups')('title'),
})

export default page('participant', async (actor) => {
  const t = translations('groups')
  const groups = await listAllGroups(actor)
  return (
    <>
      <PageHeading
        trail={[{ href: paths.sessions, label: translations('sessions')('title') }]}
        title={t('title')}
      >
        {t('lead')}
      </PageHeading>
      <ul className="grid gap-3">
        {groups.map(({ id, name, symbolRoot, sessions }) => (
          <li key={id} className="border-t border-line pt-3">
            <a href={paths.group(id)} className="font-semibold">
              {name}
            </a>
            <p className="text-sm text-quiet">
              {symbolRoot} · {t('sessionCount', { count: sessions })}
            </p>
          </li>
        ))}
      </ul>
      {canChangeGroup(actor).allowed && (
        <details className="sheet mt-10 max-w-xl p-5">
          <summary className="cursor-pointer font-semibold">{t('another')}</summary>
          <p className="my-3 text-sm text-quiet">{t('anotherHint')}</p>
          <Form action={make}>
            <GroupFields givesClock={false} />
            <div>
              <SubmitButton>{t('make')}</SubmitButton>
            </div>
          </Form>
        </details>
      )}
    </>
  )
})
