'use client'

import { useCallback, useEffect, useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl/react'
import { NotLive } from '@/components/live/not-live'
import { useLive } from '@/components/live/use-live'
import { useSavedVersion } from '@/components/editor/saved-version'
import type { AtDraft } from '@/lib/proposals/drafts/at-draft'

/** The answer to a save of this page may come after the word that the draft was written. */
const SETTLED = 2_000

/**
 * The others with the draft open now, and whether it was changed elsewhere, submitted or discarded since this page
 * loaded it. Needs the messages `drafts.live` and `live`.
 */
export function DraftLive({
  address,
  version,
  me,
}: {
  address: string
  version: number
  me: string
}) {
  const t = useTranslations('drafts.live')
  const format = useFormatter()
  const [at, setAt] = useState<AtDraft | null>(null)
  const cut = useLive(
    address,
    useCallback((data: string) => setAt(JSON.parse(data) as AtDraft), []),
  )
  const saved = useSavedVersion(version)
  const others = at?.present.filter(({ id }) => id !== me).map(({ name }) => name) ?? []
  const isAhead = at !== null && at.version > saved
  const [isBehind, setBehind] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setBehind(isAhead), isAhead ? SETTLED : 0)
    return () => clearTimeout(timer)
  }, [isAhead])
  return (
    <>
      <NotLive cut={cut} />
      <div role="status" className="no-print mb-4 grid max-w-3xl gap-2 empty:hidden">
        {others.length > 0 && (
          <p className="flex flex-wrap items-center gap-2 text-sm">
            <span aria-hidden className="size-2 rounded-full bg-accent" />
            {t('present', { names: format.list(others), count: others.length })}
          </p>
        )}
        {at?.ended && (
          <p className="border-s-4 border-alarm bg-alarm-wash px-4 py-2">{t(at.ended)}</p>
        )}
        {at && !at.ended && isBehind && (
          <p className="border-s-4 border-accent bg-accent-wash px-4 py-2">
            {at.writtenBy.id === me ? t('behindSelf') : t('behind', { name: at.writtenBy.name })}{' '}
            <a href={address.replace(/\/stream$/, '')} className="way">
              {t('show')}
            </a>
          </p>
        )}
      </div>
    </>
  )
}
