import { targetName } from '@/lib/circulation/compilation/target-name'
import { itemNumber } from '@/lib/proposals/preliminary-list/item-number'

/** "List of the fourth session, Criminalization, para. 1 (b)": an item where its list is not in sight. */
export const itemName = (
  id: string,
  {
    heading,
    list,
    importedNumber,
    ...item
  }: {
    paragraph: number | null
    letter: string | null
    importedNumber: string | null
    heading: { title: string }
    list: { session: { ordinal: number } }
  },
): string =>
  targetName({
    target: { kind: 'item', id },
    sessionOrdinal: list.session.ordinal,
    heading: heading.title,
    number: itemNumber(item),
    importedNumber,
  })
