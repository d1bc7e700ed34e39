import type { Metadata } from 'next'
import { Field, SelectField } from '@/components/ui/field'
import { Form, SubmitButton } from '@/components/ui/form'
import { PageHeading } from '@/components/ui/page-heading'
import { DateFields, SessionFields } from '@/components/sessions/session-fields'
import { page } from '@/lib/http/access'
import { paths } from '@/lib/paths'
import { listGroups } from '@/lib/sessions/overview-queries'
import { translations } from '@/lib/messages'
import { create } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('sessionForm')('newTitle'),
})

export default page('secretariat', async (actor) => {
  const t = translations('sessionForm')
  const sessions = translations('sessions')
  const groups = await listGroups(actor)
  const [group] = groups
  return (
    <>
      <PageHeading
        trail={[{ href: paths.sessions, label: sessions('title') }]}
        title={t('newTitle')}
      >
        {t('newLead')} <a href={paths.imports}>{t('importInstead')}</a>
      </PageHeading>
      <Form action={create} className="grid max-w-xl gap-5">
        {groups.length === 1 ? (
          <input type="hidden" name="groupId" value={group!.id} />
        ) : (
          <SelectField
            name="groupId"
            label={t('group')}
            options={[
              { value: '', label: '–' },
              ...groups.map(({ id, name, next }) => ({
                value: id,
                label: t('groupNext', { name, next }),
              })),
            ]}
          />
        )}
        <Field
          name="ordinal"
          inputMode="numeric"
          label={t('ordinal')}
          hint={t('ordinalHint')}
          defaultValue={groups.length === 1 ? String(group!.next) : ''}
        />
        <DateFields />
        <SessionFields place={group?.seat ?? ''} />
        <div>
          <SubmitButton>{t('create')}</SubmitButton>
        </div>
      </Form>
    </>
  )
})
