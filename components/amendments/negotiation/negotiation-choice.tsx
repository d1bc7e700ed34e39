import { FilterForm } from '@/components/filters/filter-form'
import type { NegotiationForm } from '@/lib/amendments/negotiation/negotiation'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'

/** The form of the draft, and whether it has names; kept in the address, like the file that it becomes. */
export function NegotiationChoice({
  of,
  form,
  names,
}: {
  of: { slug: string; number: number }
  form: NegotiationForm
  names: boolean
}) {
  const t = translations('negotiation')
  const query = `?form=${form}&names=${names ? 'with' : 'without'}`
  return (
    <FilterForm
      address={paths.negotiation(of.slug, of.number)}
      label={t('choose')}
      className="no-print mb-8 flex flex-wrap items-end gap-2"
    >
      <label className="grid gap-1 text-xs font-semibold text-quiet">
        {t('form')}
        <select name="form" defaultValue={form} className="input text-sm font-normal">
          <option value="words">{t('words')}</option>
          <option value="paragraphs">{t('paragraphs')}</option>
        </select>
      </label>
      <label className="grid gap-1 text-xs font-semibold text-quiet">
        {t('namesLabel')}
        <select
          name="names"
          defaultValue={names ? 'with' : 'without'}
          className="input text-sm font-normal"
        >
          <option value="with">{t('with')}</option>
          <option value="without">{t('without')}</option>
        </select>
      </label>
      <button type="submit" className="button without-script">
        {t('show')}
      </button>
      <a href={paths.negotiationFile(of.slug, of.number, query)} className="button button-plain">
        {t('file')}
      </a>
    </FilterForm>
  )
}
