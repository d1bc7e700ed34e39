import { ordinalWord } from '@/lib/clock'
import type { OutlineEntry } from '@/lib/circulation/compilation/views'
import { translations } from '@/lib/messages'
import { differentPrintedNumber } from '@/lib/proposals/preliminary-list/item-number'

/** The target of comments, in words: "Fifth session, A. Legislation, para. 2 (c)". */
export function targetName(
  entry: Pick<OutlineEntry, 'target' | 'sessionOrdinal' | 'heading' | 'number' | 'importedNumber'>,
): string {
  const t = translations('compilation')
  const { target, sessionOrdinal, heading, number, importedNumber } = entry
  if (target.kind === 'circulation') return t('targets.circulation')
  if (target.kind === 'other')
    return target.subject ? t('targets.other', { subject: target.subject }) : t('targets.otherGone')
  const session = ordinalWord(sessionOrdinal ?? 0)
  if (target.kind === 'list') return t('targets.list', { session })
  if (target.kind === 'heading') return t('targets.heading', { session, heading })
  const other = differentPrintedNumber(number, importedNumber)
  const printed = other ? `${number} [${other}]` : number
  return t('targets.item', { session, heading, number: printed || 'none' })
}
