'use client'

import { useState } from 'react'
import { ChangesOffered } from './changes-offered'
import { NotLive } from './not-live'
import { useHasPendingAct } from './pending-acts'
import { useLive } from './use-live'

/**
 * Offers to show what somebody else changed of the one thing that a page with open forms is about: if the stream sends
 * another sign than that at the render. Nothing is rendered again without the reader. Needs the messages `live`.
 */
export function ItemLive({ address, stamp }: { address: string; stamp: string }) {
  const [latest, setLatest] = useState(stamp)
  const cut = useLive(address, setLatest)
  const acting = useHasPendingAct()
  return (
    <>
      <NotLive cut={cut} />
      {latest !== stamp && !acting && <ChangesOffered />}
    </>
  )
}
