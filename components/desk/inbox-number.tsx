'use client'

import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl/react'
import { useLive } from '@/components/live/use-live'
import { paths } from '@/lib/paths'

const MOST = 99
const listeners = new Set<() => void>()

/** The last number stays for the next page, so that it stands there at once. */
const keyOf = (person: string) => `desk-number ${person}`
const keptNumber = (person: string) => Number(sessionStorage.getItem(keyOf(person)) ?? 0)
function keepNumber(person: string, number: string) {
  sessionStorage.setItem(keyOf(person), number)
  for (const notify of listeners) notify()
}
function subscribe(notify: () => void) {
  listeners.add(notify)
  return () => listeners.delete(notify)
}

/**
 * The number of rows that wait on the person's desk, live, also in the tab's title. Renders nothing for zero, and
 * nothing before it knows. Needs the messages `inbox.number`.
 */
export default function InboxNumber({ person }: { person: string }) {
  const t = useTranslations('inbox')
  const number = useSyncExternalStore(
    subscribe,
    () => keptNumber(person),
    () => 0,
  )
  useLive(
    paths.deskStream,
    useCallback((data: string) => keepNumber(person, data), [person]),
  )
  useTitle(number)
  if (!number) return null
  return (
    <b className="site-count" data-inbox-number>
      <span aria-hidden>{number > MOST ? `${MOST}+` : number}</span>
      <span className="sr-only"> {t('number', { count: number })}</span>
    </b>
  )
}

/** Sets the number before the title of the tab, also if the page gets another title. */
function useTitle(number: number) {
  useEffect(() => {
    const write = () => {
      const plain = document.title.replace(/^\(\d+\+?\) /, '')
      const title = number ? `(${number > MOST ? `${MOST}+` : number}) ${plain}` : plain
      if (document.title !== title) document.title = title
    }
    write()
    const observer = new MutationObserver(write)
    observer.observe(document.head, { childList: true, subtree: true, characterData: true })
    return () => observer.disconnect()
  }, [number])
}
