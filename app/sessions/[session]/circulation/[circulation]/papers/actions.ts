'use server'

import { enterPaper } from '@/lib/circulation/papers/enter'
import { SendPaper } from '@/lib/circulation/papers/schema'
import { readSent } from '@/lib/circulation/papers/sent'
import { formAction } from '@/lib/http/action'
import { paths } from '@/lib/paths'

/** Keeps a paper that was sent, or finds the same file that came before, and leads to its page. */
export const send = formAction(SendPaper, async (actor, { text, ...about }, form) => {
  const paper = await enterPaper(actor, { ...about, ...(await readSent(text, form)) })
  const query = paper.isTwice ? '?twice' : ''
  return { goTo: paths.paper(paper.slug, paper.circulationId, paper.id, query) }
})
