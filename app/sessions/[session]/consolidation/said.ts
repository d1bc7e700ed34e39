import { nameItem } from '@/lib/consolidation/desk/queries/item-names'
import type { SignedIn } from '@/lib/delegations/actor'
import { translations } from '@/lib/messages'

/** An act at the desk in words, without an item of its own. */
export const notice = (key: string, values: Record<string, string | number> = {}) => ({
  message: translations('consolidation.done')(key, values),
})

/** The act in words, with the number and the first words of its item. */
export const saidOf = async (
  key: string,
  actor: SignedIn,
  slug: string,
  id: string,
  values: Record<string, string | number> = {},
) => {
  const name = await nameItem(actor, slug, id)
  return { message: [notice(key, values).message, name].filter(Boolean).join(' ') }
}

/** An outcome was given: to one item, which is named, or to several. */
export const saidAside = (
  actor: SignedIn,
  { slug, itemIds: [first = '', ...others] }: { slug: string; itemIds: readonly string[] },
) =>
  others.length === 0
    ? saidOf('setAside', actor, slug, first, { count: 1 })
    : notice('setAside', { count: others.length + 1 })
