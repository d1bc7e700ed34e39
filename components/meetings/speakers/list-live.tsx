'use client'

import { useCallback, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { ChangesOffered } from '@/components/live/changes-offered'
import { NotLive } from '@/components/live/not-live'
import { useHasPendingAct } from '@/components/live/pending-acts'
import { useLive } from '@/components/live/use-live'
import { type ListView, newHolder, newOnList } from '@/lib/meetings/speakers/list-view'
import { listed } from '@/lib/text/apart'

/**
 * Says at once who asked for the floor and who got it since the page was read, and offers to draw the list again; a request that is being
 * filled in stays as it is. `statementIds` belong to the statements on the page.
 */
export function ListLive({
  address,
  version,
  statementIds,
  holders,
}: {
  address: string
  version: number
  statementIds: readonly string[]
  /** Of those who had the floor. */
  holders: readonly string[]
}) {
  const t = useTranslations('floor')
  const [latest, setLatest] = useState<ListView | null>(null)
  const cut = useLive(
    address,
    useCallback((data: string) => setLatest(JSON.parse(data) as ListView), []),
  )
  const acting = useHasPendingAct()
  const behind = latest && latest.version > version && !acting ? latest : null
  const names = behind ? newOnList(behind, statementIds) : []
  const holder = behind && newHolder(behind, holders)
  return (
    <>
      <NotLive cut={cut} />
      {behind && (
        <ChangesOffered>
          {holder && <p className="w-full font-semibold">{t('nowHas', { speaker: holder })}</p>}
          {names.length > 0 && (
            <p className="max-h-40 w-full overflow-y-auto text-sm">
              {t('newOnList', { count: names.length, names: listed(names) })}
            </p>
          )}
        </ChangesOffered>
      )}
    </>
  )
}
