import { FilterForm } from '@/components/filters/filter-form'
import {
  type Shown,
  type PlacedAmendment,
  supporters,
  writeShown,
} from '@/lib/amendments/negotiation/amended-view'
import { translations } from '@/lib/messages'

/** Chooses the amendments to weave in: all, one State's, or one; a plain form, kept in the address. */
export function AmendmentFilter({
  amendments,
  choice,
  address,
}: {
  amendments: readonly PlacedAmendment[]
  choice: Shown
  address: string
}) {
  const t = translations('amendments')
  const states = new Map(
    amendments.flatMap(supporters).map(({ delegationId, name }) => [delegationId, name]),
  )
  return (
    <FilterForm
      address={address}
      label={t('filter.title')}
      className="no-print mb-6 flex flex-wrap items-end gap-2"
    >
      <label className="grid min-w-0 gap-1 text-xs font-semibold text-quiet">
        {t('filter.show')}
        <select name="show" defaultValue={writeShown(choice)} className="input text-sm font-normal">
          <option value="">{t('filter.all', { count: amendments.length })}</option>
          <optgroup label={t('filter.states')}>
            {[...states]
              .toSorted(([, a], [, b]) => a.localeCompare(b, 'en'))
              .map(([delegationId, name]) => (
                <option key={delegationId} value={writeShown({ which: 'state', delegationId })}>
                  {name}
                </option>
              ))}
          </optgroup>
          <optgroup label={t('filter.one')}>
            {amendments.map(({ id, number, delegationName }) => (
              <option key={id} value={writeShown({ which: 'one', number })}>
                {t('filter.line', { number, name: delegationName })}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      <button type="submit" className="button without-script">
        {t('filter.submit')}
      </button>
      {choice.which !== 'all' && (
        <a href={address} className="button button-plain">
          {t('filter.clear')}
        </a>
      )}
    </FilterForm>
  )
}
