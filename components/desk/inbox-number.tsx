'use client'

import { useCallback, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useHasPendingAct } from '@/components/live/pending-acts'
import { useLive } from '@/components/live/use-live'
import { paths } from '@/lib/paths'

/** The last number, for the moment until the next page has its own. */
const KEPT = 'desk-number'
const MOST = 99

/**
 * How many rows wait on the person's desk, live, also in the tab's title. Draws nothing for none, and nothing before it
 * knows. Needs the messages `inbox.number`.
 */
export function InboxNumber({ person }: { person: string }) {
  const t = useTranslations('inbox')
  const [number, setNumber] = useState(0)
  const acting = useHasPendingAct()
  const [acts, setActs] = useState(0)
  const key = `${KEPT} ${person}`
  useEffect(() => {
    // What the server's HTML cannot know: it is drawn after the first drawing agreed with it.
    setNumber(Number(sessionStorage.getItem(key) ?? 0))
  }, [key])
  useEffect(() => {
    if (acting) return () => setActs((before) => before + 1)
  }, [acting])
  useLive(
    `${paths.deskStream}?acts=${acts}`,
    useCallback(
      (data: string) => {
        sessionStorage.setItem(key, data)
        setNumber(Number(data))
      },
      [key],
    ),
  )
  useTitle(number)
  if (!number) return null
  return (
    <span className="site-count" data-inbox-number>
      <span aria-hidden>{number > MOST ? `${MOST}+` : number}</span>
      <span className="sr-only"> {t('number', { count: number })}</span>
    </span>
  )
}

/** Sets the number before the title of the tab, also where the page gets another title. */
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
