import { formatter, translations } from '@/lib/messages'

/** A group of States for which something was submitted, with its members on that day in English alphabetical order. */
export type OnBehalf = {
  id: string
  /** Null for a group that an imported statement names alone. */
  groupOfStatesId: string | null
  group: string
  members: readonly { name: string; dissociated: boolean }[]
}

/** Beyond this a page folds the names of members. */
export const MOST_NAMED = 8

/** "on behalf of the Group of Coastal States, except Ghadira": a member that dissociated itself is named. */
export function onBehalfOf({ group, members }: Pick<OnBehalf, 'group' | 'members'>): string {
  const without = members.filter(({ dissociated }) => dissociated).map(({ name }) => name)
  return translations('onBehalf')('of', {
    group: withoutArticle(group),
    without: without.length === 0 ? 'none' : 'some',
    names: formatter.list(without),
  })
}

/** "Belmara, on behalf of the Group of Coastal States": the author State, with the group beside it. */
export const withGroup = (name: string, onBehalf: OnBehalf | null): string =>
  onBehalf ? `${name}, ${onBehalfOf(onBehalf)}` : name

/** "Belmara (on behalf of the Group of Coastal States)": the same among other names. */
export const withGroupAmong = (name: string, onBehalf: OnBehalf | null): string =>
  onBehalf ? `${name} (${onBehalfOf(onBehalf)})` : name

/** The same for machines; null for a State alone. */
export const onBehalfJson = (onBehalf: OnBehalf | null) =>
  onBehalf && {
    group: onBehalf.group,
    members: onBehalf.members.map(({ name }) => name),
    except: onBehalf.members.filter(({ dissociated }) => dissociated).map(({ name }) => name),
  }

/** "Group of Coastal States" of "the Group of Coastal States": the sentences bring the article. */
export const withoutArticle = (group: string): string => group.replace(/^the /i, '')
