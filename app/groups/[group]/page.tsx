import { GroupFields } from '@/components/groups/group-fields'
import { GroupsOfStates } from '@/components/groups/groups-of-states'
import { Mandates } from '@/components/groups/mandates'
import { Form, SubmitButton } from '@/components/ui/form'
import { PageHeading } from '@/components/ui/page-heading'
import { asId } from '@/lib/errors'
import { page, titled } from '@/lib/http/access'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { canChangeGroup } from '@/lib/sessions/groups/policy'
import { getGroup } from '@/lib/sessions/groups/queries'
import { givesClock } from '@/lib/sessions/groups/seat'
import { add, change, remove, setStates } from '../actions'

export const generateMetadata = titled(
  'participant',
  () => translations('groups')('one'),
  async (actor, { params }) => {
    const { name } = await getGroup(actor, asId(params.group))
    return name
  },
)

export default page('participant', async (actor, { params }) => {
  const group = await getGroup(actor, asId(params.group))
  const t = translations('groups')
  const changes = canChangeGroup(actor).allowed
  return (
    <>
      <PageHeading
        trail={[
          { href: paths.sessions, label: translations('sessions')('title') },
          { href: paths.groups, label: t('title') },
        ]}
        title={group.name}
        actions={
          <a href={paths.workplan(group.id)} className="button">
            {t('workplan')}
          </a>
        }
      >
        {[group.parentBody, group.symbolRoot, group.seat].filter(Boolean).join(' · ')}
      </PageHeading>
      <div className="grid items-start gap-12 lg:grid-cols-2">
        {changes && (
          <section>
            <h2 className="mb-4 font-serif text-xl font-semibold">{t('settings')}</h2>
            <Form action={change} className="grid max-w-xl gap-5">
              <input type="hidden" name="groupId" value={group.id} />
              <input type="hidden" name="version" value={group.version} />
              <GroupFields group={group} givesClock={await givesClock(group.id)} />
              <div>
                <SubmitButton>{t('save')}</SubmitButton>
              </div>
            </Form>
          </section>
        )}
        <div className="grid gap-10">
          <Mandates group={group} actions={changes ? { add, remove } : null} />
          <GroupsOfStates group={group} set={changes ? setStates : null} />
        </div>
      </div>
    </>
  )
})
