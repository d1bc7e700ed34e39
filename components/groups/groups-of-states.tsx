import { Field, SelectField, TextField } from '@/components/ui/field'
import { Form, type FormAction, SubmitButton } from '@/components/ui/form'
import { translations } from '@/lib/messages'
import type { GroupView } from '@/lib/sessions/groups/queries'
import { groupOfStatesKinds } from '@/lib/sessions/kinds'

/** States that speak together, with their members of today. */
export function GroupsOfStates({
  group,
  set,
}: {
  group: Pick<GroupView, 'id' | 'groupsOfStates'>
  set: FormAction | null
}) {
  const t = translations('groups')
  return (
    <section>
      <h2 className="mb-2 font-serif text-xl font-semibold">{t('groupsOfStates')}</h2>
      {group.groupsOfStates.length === 0 && <p className="text-quiet">{t('noGroupsOfStates')}</p>}
      <ul className="grid gap-3">
        {group.groupsOfStates.map(({ id, name, kind, members }) => (
          <li key={id} className="border-t border-line pt-3">
            <p className="font-semibold">
              {name} <span className="font-normal text-quiet">· {t(`kinds.${kind}`)}</span>
            </p>
            <p className="max-w-prose text-sm">
              {members.map(({ entity }) => entity.name).join(', ') || t('noMembers')}
            </p>
          </li>
        ))}
      </ul>
      {set && (
        <Form action={set} className="sheet mt-5 grid gap-5 p-5">
          <h3 className="font-semibold">{t('setGroupOfStates')}</h3>
          <p className="text-sm text-quiet">{t('setGroupOfStatesHint')}</p>
          <input type="hidden" name="groupId" value={group.id} />
          <Field name="name" label={t('groupName')} />
          <SelectField
            name="kind"
            label={t('groupKind')}
            options={groupOfStatesKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
          />
          <TextField
            name="members"
            label={t('groupMembers')}
            hint={t('groupMembersHint')}
            rows={8}
          />
          <div>
            <SubmitButton tone="quiet">{t('setMembers')}</SubmitButton>
          </div>
        </Form>
      )}
    </section>
  )
}
