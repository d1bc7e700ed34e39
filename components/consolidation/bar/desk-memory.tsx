'use client'

import { useSearchParams } from 'next/navigation'
import { useEffect } from 'react'
import { readStored, writeStored } from './ticks'

const searchKey = (slug: string) => `stocktake:desk:${slug}:search`
const leftKey = (slug: string) => `stocktake:desk:${slug}:left`

/** Remembers the search of the desk, and restores it on return from a page that belongs to the desk. */
export function DeskMemory({ slug }: { slug: string }) {
  const search = useSearchParams().toString()
  useEffect(() => {
    const earlier = readStored(searchKey(slug))
    const hasReturned = readStored(leftKey(slug)) === true
    writeStored(leftKey(slug), null)
    if (hasReturned && search === '' && typeof earlier === 'string' && earlier !== '')
      location.replace(`${location.pathname}?${earlier}${location.hash}`)
    else writeStored(searchKey(slug), search)
  }, [slug, search])
  return null
}

/** Notes on a page that belongs to the desk that the next visit to the desk is a return. */
export function LeftDesk({ slug }: { slug: string }) {
  useEffect(() => writeStored(leftKey(slug), true), [slug])
  return null
}
