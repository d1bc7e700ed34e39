import { getTranslations } from 'next-intl/server'
import type { ConsolidatedListView, DeskFilter } from '@/lib/consolidation/desk-view'
import type { PageOfList } from '@/lib/consolidation/list-pages'

/** The way to a heading of a list of several pages. Needs no script. */
export async function ListPages({
  list,
  shown,
  filter,
  page,
}: {
  list: Pick<ConsolidatedListView, 'headings'>
  shown: PageOfList
  filter: DeskFilter
  page: number
}) {
  const t = await getTranslations('consolidation.desk')
  if (shown.pages <= 1) return null
  return (
    <form className="no-print mb-4 flex flex-wrap items-end gap-3 text-sm">
      {Object.entries({ ...filter, page: String(page) }).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <label className="grid min-w-40 flex-1 gap-1">
        <span className="font-semibold">{t('jump')}</span>
        <select name="under" defaultValue={shown.headings[0]?.id} className="input">
          {list.headings.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button">
        {t('show')}
      </button>
    </form>
  )
}
