import { Choices } from '@/components/ui/choices'
import type { DeskFilter, DeskListView } from '@/lib/consolidation/views'
import { translations } from '@/lib/messages'

/** The link to a heading of a list of several pages. Needs no script. */
export function ListPages({
  list: { pages, all, headings },
  filter,
  page,
}: {
  list: Pick<DeskListView, 'pages' | 'all' | 'headings'>
  filter: DeskFilter
  page: number
}) {
  const t = translations('consolidation.desk')
  if (pages <= 1) return null
  return (
    <form autoComplete="off" className="no-print mb-4 flex flex-wrap items-end gap-3 text-sm">
      {Object.entries({ ...filter, page: String(page) }).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <label className="grid min-w-40 flex-1 gap-1">
        <span className="font-semibold">{t('jump')}</span>
        <Choices
          name="under"
          chosen={headings[0]?.id ?? ''}
          choices={all.map(({ id, title }) => ({ value: id, label: title }))}
          className="input"
        />
      </label>
      <button type="submit" className="button">
        {t('show')}
      </button>
    </form>
  )
}
