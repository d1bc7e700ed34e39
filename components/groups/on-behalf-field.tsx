import { SelectField } from '@/components/ui/field'
import { groupChoices } from './group-choices'

type Group = { id: string; name: string }

/**
 * The choice on whose behalf something is submitted: the delegation alone (`words.nobody`), or a group of States.
 * Nothing where there is no group.
 */
export function OnBehalfField({
  groups,
  chosen,
  words,
}: {
  groups: readonly Group[]
  chosen: Group | null
  words: { label: string; hint?: string; nobody: string }
}) {
  if (!offersGroups(groups, chosen)) return null
  return (
    <SelectField
      name="onBehalfOfId"
      label={words.label}
      hint={words.hint}
      defaultValue={chosen?.id ?? ''}
      options={groupChoices(groups, chosen, words.nobody)}
    />
  )
}

/** Whether there is a choice. */
export const offersGroups = (groups: readonly Group[], chosen: Group | null): boolean =>
  groups.length > 0 || chosen !== null
