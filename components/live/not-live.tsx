'use client'

import { useTranslations } from 'use-intl/react'
import { timeOf } from '@/components/keeping/lost-answer'

/** Says since when a page is cut off from the server, by the clock of the seat as all times of the page. Needs the messages `live`. */
export function NotLive({ since }: { since: Date | null }) {
  const t = useTranslations('live')
  return (
    <div role="status" className="no-print fixed inset-x-0 bottom-0 z-20 text-center">
      {since && (
        <p className="inline-block rounded-t-md bg-alarm-wash px-4 py-2 text-sm font-semibold text-alarm">
          {t('notLive', { time: timeOf(since.getTime()) })}
        </p>
      )}
    </div>
  )
}
