'use client'

import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'

/** Says that somebody else changed the page's content, and renders it again on demand. Needs the messages `live`. */
export function ChangesOffered({ children }: { children?: ReactNode }) {
  const t = useTranslations('live')
  const router = useRouter()
  return (
    <div
      role="status"
      className="no-print sticky top-0 z-10 mb-6 flex flex-wrap items-center gap-x-4 gap-y-1 border-s-4 border-accent bg-accent-wash px-4 py-2"
    >
      <span>{t('changed')}</span>
      <button type="button" className="button button-plain" onClick={() => router.refresh()}>
        {t('show')}
      </button>
      {children}
    </div>
  )
}
