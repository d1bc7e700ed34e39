import { getTranslations } from 'next-intl/server'
import type { Part } from '@/lib/amendments/woven'

/** Words in their form; where only the form changes, what changes is said in words. */
export async function Parts({ parts }: { parts: readonly Part[] }) {
  const t = await getTranslations('amendments')
  return parts.map((part, index) => {
    if (part.sign) return <span key={index}>⟨{t(part.sign)}⟩</span>
    return part.italic ? <em key={index}>{part.text}</em> : part.text
  })
}
