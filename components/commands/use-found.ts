'use client'

import { useEffect, useState } from 'react'
import { paths } from '@/lib/paths'
import { maySearch, type Command, to } from './offered'

/** The pause in typing before the request to the server. */
const PAUSE = 200

type Hit = { href: string; title: string; facts: string[]; pieces: { text: string }[] }

/** The search's hits for the words, the same as on its page; nothing while they change. */
export function useFound(typed: string): Command[] {
  const [result, setResult] = useState<{ words: string; items: Command[] }>({
    words: '',
    items: [],
  })
  const words = typed.trim()
  useEffect(() => {
    if (words.length < 2 || !maySearch()) return
    const controller = new AbortController()
    const timer = setTimeout(() => {
      void hitsOf(words, controller.signal).then((items) => setResult({ words, items }))
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [words])
  return result.words === words ? result.items : []
}

async function hitsOf(words: string, signal: AbortSignal): Promise<Command[]> {
  try {
    const answer = await fetch(paths.searchHits(words), { signal })
    const { hits } = (await answer.json()) as { hits: Hit[] }
    return hits.map(({ href, title, facts, pieces }) => {
      const text = pieces.map((piece) => piece.text).join('')
      return to(href, [title, ...facts, text].filter(Boolean).join(' · '))
    })
  } catch {
    return []
  }
}
