import type { Column } from '@/lib/export/tables/rows'
import type { ListedComment } from '@/lib/circulation/compilation/queries/overview'
import { targetName } from '@/lib/circulation/compilation/target-name'
import { onBehalfOf } from '@/lib/sessions/attribution/attribution'
import { translations } from '@/lib/messages'

const at = (time: Date | null): string => time?.toISOString() ?? ''

/** The columns of the compilation as a table, for spreadsheets. */
export function compilationColumns(): Column<ListedComment>[] {
  const t = translations('compilation')
  const tc = translations('comments')
  const kinds = translations('entityKinds')
  const columns: [string, Column<ListedComment>['value'], number][] = [
    ['target', ({ entry }) => targetName(entry), 30],
    ['item', ({ entry }) => entry.text, 50],
    ['entity', ({ name }) => name, 24],
    ['onBehalfOf', ({ onBehalf }) => onBehalf && onBehalfOf(onBehalf), 24],
    ['entityKind', ({ kind }) => kinds(kind), 18],
    ['category', ({ category }) => tc(`categories.${category}`), 14],
    ['position', ({ position }) => tc(`positions.${position}`), 20],
    ['passage', ({ passage }) => passage, 30],
    ['comment', ({ text }) => text, 60],
    ['wording', ({ wordingText }) => wordingText, 50],
    ['receivedAt', ({ receivedAt }) => at(receivedAt), 22],
    ['late', ({ late }) => (late ? t('yes') : t('no')), 8],
    ['entered', ({ enteredBySecretariat }) => (enteredBySecretariat ? t('yes') : t('no')), 12],
    ['withdrawnAt', ({ withdrawnAt }) => at(withdrawnAt), 22],
    ['retractedAt', ({ retractedAt }) => at(retractedAt), 22],
    ['replacedBy', ({ replacedById }) => replacedById, 38],
    ['response', ({ response }) => response?.text, 60],
    ['outcome', ({ response }) => response && t(`outcomes.${response.outcome}`), 18],
    ['reply', ({ response }) => response?.reply && t(`replyWords.${response.reply}`), 14],
    ['replyText', ({ response }) => response?.replyText, 40],
    ['id', ({ id }) => id, 38],
  ]
  return columns.map(([key, value, width]) => ({ title: t(`columns.${key}`), value, width }))
}
