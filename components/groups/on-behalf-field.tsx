import { SelectField } from '@/components/ui/field'
import { groupChoices } from './group-choices'

type Group = { id: string; name: string }

/**
 * The choice of the submitter: the delegation alone (`words.nobody`), or on behalf of a group of States. Nothing if
 * there is no group.
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
