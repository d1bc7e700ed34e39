import { translations } from '@/lib/messages'

/** Says on every page that the States and their words are invented. */
export function DemonstrationNotice() {
  const t = translations('shell')
  return (
    <aside aria-label={t('demonstrationLabel')} className="site-notice">
      {t('demonstration')}
    </aside>
  )
}
