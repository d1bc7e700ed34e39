'use client'

import { useTranslations } from 'use-intl/react'

/** Says since when a page is cut off from the server. Needs the messages `live`. */
export function NotLive({ since }: { since: Date | null }) {
  const t = useTranslations('live')
  const time = since && new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' }).format(since)
  return (
    <div role="status" className="no-print fixed inset-x-0 bottom-0 z-20 text-center">
      {time && (
        <p className="inline-block rounded-t-md bg-alarm-wash px-4 py-2 text-sm font-semibold text-alarm">
          {t('notLive', { time })}
        </p>
      )}
    </div>
  )
}
