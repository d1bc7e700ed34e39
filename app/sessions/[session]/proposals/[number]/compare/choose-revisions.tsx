import { translations } from '@/lib/messages'

/** The choice of two revisions to compare: a plain form with its choice in the address. */
export function ChooseRevisions({ last, from, to }: { last: number; from: number; to: number }) {
  const t = translations('proposals')
  const revisions = Array.from({ length: last }, (_, index) => index + 1)
  return (
    <form
      autoComplete="off"
      aria-label={t('compare.choose')}
      className="no-print mb-8 flex flex-wrap items-end gap-3 text-sm"
    >
      {(
        [
          ['from', from],
          ['to', to],
        ] as const
      ).map(([name, revision]) => (
        <label key={name} className="font-semibold">
          {t(`compare.${name}`)}
          <select name={name} defaultValue={revision} className="input mt-1 font-normal">
            {revisions.map((number) => (
              <option key={number} value={number}>
                {t('one.revision', { number })}
              </option>
            ))}
          </select>
        </label>
      ))}
      <button type="submit" className="button">
        {t('compare.show')}
      </button>
    </form>
  )
}
