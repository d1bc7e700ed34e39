import { translations } from '@/lib/messages'

/** Says on every page that the States and their words are invented. */
export function DemonstrationNotice() {
  const t = translations('shell')
  return (
    <aside
      aria-label={t('demonstrationLabel')}
      className="border-b border-line bg-sunk px-4 py-1.5 text-center text-xs text-quiet sm:px-6"
    >
      {t('demonstration')}
    </aside>
  )
}
