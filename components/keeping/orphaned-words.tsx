'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useState } from 'react'
import messages from '@/messages/failures.en.json'
import { localCopies } from './browser-copies'
import { HELD, wordsHeld } from './form-fields'
import type { FoundCopy } from './local-copies'
import { lookForAct, withTime } from './lost-answer'
import { isPlaceShown, onPlacesChanged } from './places-shown'

/** Forms of a page come with it, one after the other. */
const PAUSE = 800

/**
 * Words that were typed on this page in a form that is no longer there, as the period was closed or the
 * right was taken: they can be read, copied and thrown away.
 */
export default function OrphanedWords() {
  const path = usePathname()
  const [orphans, setOrphans] = useState<FoundCopy[]>([])
  useEffect(() => {
    let isLeft = false
    let timer: ReturnType<typeof setTimeout>
    const look = async () => {
      const copies = await orphansOf(path)
      if (!isLeft) setOrphans(copies)
    }
    const lookSoon = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void look(), PAUSE)
    }
    lookSoon()
    const stop = onPlacesChanged(lookSoon)
    return () => {
      isLeft = true
      clearTimeout(timer)
      stop()
    }
  }, [path])

  const throwAway = (orphan: FoundCopy) => {
    localCopies().drop(orphan.key)
    setOrphans((before) => before.filter(({ key }) => key !== orphan.key))
  }
  if (orphans.length === 0) return null
  return (
    <section aria-label={messages.keptTitle} className="no-print mb-6 grid gap-4">
      {orphans.map((orphan) => (
        <div
          key={orphan.key}
          className="grid gap-2 border-s-4 border-accent bg-accent-wash px-4 py-3"
        >
          <p>{withTime(messages.orphaned, orphan.copy.at)}</p>
          {wordsOf(orphan).map((words) => (
            <p
              key={words}
              dir="auto"
              className="max-w-prose whitespace-pre-line break-words font-serif"
            >
              {words}
            </p>
          ))}
          <div>
            <button type="button" className="button button-plain" onClick={() => throwAway(orphan)}>
              {messages.throwAway}
            </button>
          </div>
        </div>
      ))}
    </section>
  )
}

/** Copies of this path without a form on the page, except those that were sent and arrived. */
async function orphansOf(path: string): Promise<FoundCopy[]> {
  const orphans: FoundCopy[] = []
  const places = localCopies().places(`${path}|`)
  for (const place of places.filter((candidate) => !isPlaceShown(candidate)))
    for (const copy of localCopies().findAll(place)) {
      const { sentAs } = copy.copy
      if (sentAs && (await lookForAct(sentAs))) localCopies().drop(copy.key)
      else if (wordsOf(copy).length > 0) orphans.push(copy)
    }
  return orphans
}

/** A person's words, without choices and figures. */
const wordsOf = ({ copy }: FoundCopy): string[] => [
  ...new Set(
    Object.entries(copy.values)
      .flatMap(([name, value]) => (name === HELD ? wordsHeld(String(value)) : value))
      .filter((value) => /\s/.test(value.trim())),
  ),
]
