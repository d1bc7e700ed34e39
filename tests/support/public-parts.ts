import { expect } from 'vitest'
import {
  entityFile,
  feedFile,
  generalFile,
  itemFile,
  jsonOf,
  overviewFile,
} from '@/lib/circulation/posting/files'
import { getPosted } from '@/lib/circulation/posting/queries'

/**
 * All public parts of a circulation, each as one text: overview, first item, delegation, general comments, feed and
 * JSON; null if a part answers "not found".
 */
export async function publicParts(
  slug: string,
  { id, a }: { id: string; a: string },
  delegationId: string,
): Promise<(string | null)[]> {
  const asked = [
    overviewFile(slug, id),
    itemFile(slug, id, a),
    entityFile(slug, id, delegationId),
    generalFile(slug, id),
    feedFile(slug, id),
  ].map((file) => file.then(({ body }) => body.toString('utf8')))
  const answers = await Promise.allSettled([...asked, json(slug, id)])
  return answers.map((answer) => {
    if (answer.status === 'fulfilled') return answer.value
    expect(String(answer.reason)).toContain('notFound')
    return null
  })
}

async function json(slug: string, id: string): Promise<string> {
  let text = ''
  const circulation = await getPosted(slug, id)
  for await (const piece of jsonOf(circulation)) text += piece
  return text
}
