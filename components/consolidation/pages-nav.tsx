import { translations } from '@/lib/messages'

/** One page of many, and the links to its neighbours; nothing if there is only one. */
export function PagesNav({
  label,
  page,
  pages,
  address,
}: {
  label: string
  page: number
  pages: number
  address: (page: number) => string
}) {
  const t = translations('consolidation')
  if (pages <= 1) return null
  return (
    <nav aria-label={label} className="no-print mt-5 flex items-center gap-4 text-sm">
      {page > 1 && <a href={address(page - 1)}>{t('previous')}</a>}
      <span className="text-quiet">{t('pageOf', { page, pages })}</span>
      {page < pages && <a href={address(page + 1)}>{t('next')}</a>}
    </nav>
  )
}
