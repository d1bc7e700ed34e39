'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { NotLive } from '@/components/live/not-live'
import { useLive } from '@/components/live/use-live'
import type { AtDesk } from '@/lib/amendments/joining/desk'
import { listed } from '@/lib/text/apart'

/**
 * Names the others at the desk, and says when somebody saved other decisions. They are shown at once if nothing was
 * changed here; else the person asks for them and sees both.
 */
export function DeskLive({
  address,
  me,
  version,
  isChanged,
}: {
  address: string
  me: string
  version: number
  isChanged: boolean
}) {
  const t = useTranslations('joining.desk')
  const router = useRouter()
  const [now, setNow] = useState<AtDesk | null>(null)
  const cut = useLive(
    address,
    useCallback((data: string) => setNow(JSON.parse(data) as AtDesk), []),
  )
  const otherNames = now?.present.filter(({ id }) => id !== me).map(({ name }) => name) ?? []
  const isBehind = now !== null && now.version > version
  useEffect(() => {
    if (isBehind && !isChanged) router.refresh()
  }, [isBehind, isChanged, router])
  return (
    <>
      <NotLive cut={cut} />
      <p role="status" className="no-print min-h-6 text-sm">
        {otherNames.length > 0 && (
          <span className="font-semibold">{t('alsoHere', { names: listed(otherNames) })}</span>
        )}
      </p>
      {isBehind && isChanged && (
        <p
          role="status"
          className="no-print mb-4 border-s-4 border-accent bg-accent-wash px-4 py-1"
        >
          {t('colleagueSaved', { name: now.savedBy })}{' '}
          <button type="button" className="button button-plain" onClick={() => router.refresh()}>
            {t('showBoth')}
          </button>
        </p>
      )}
    </>
  )
}
