'use client'

import { useEffect, useState } from 'react'
import { paths } from '@/lib/paths'
import { maySearch, type Command, to } from './offered'

/** So long somebody types on before the server is asked. */
const PAUSE = 200

type Hit = { href: string; title: string; facts: string[]; pieces: { text: string }[] }

/** What the search finds for the words, the same that its page shows; nothing while they change. */
export function useFound(typed: string): Command[] {
  const [found, setFound] = useState<{ words: string; items: Command[] }>({ words: '', items: [] })
  const words = typed.trim()
  useEffect(() => {
    if (words.length < 2 || !maySearch()) return
    const left = new AbortController()
    const timer = setTimeout(() => {
      void hitsOf(words, left.signal).then((items) => setFound({ words, items }))
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      left.abort()
    }
  }, [words])
  return found.words === words ? found.items : []
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
