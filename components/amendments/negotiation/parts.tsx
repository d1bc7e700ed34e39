import type { Part } from '@/lib/amendments/negotiation/woven'
import { translations } from '@/lib/messages'

/** Words in their form; if only the form changes, words describe the change. */
export function Parts({ parts }: { parts: readonly Part[] }) {
  const t = translations('amendments')
  return parts.map((part, index) => {
    if (part.sign) return <span key={index}>⟨{t(part.sign)}⟩</span>
    return part.italic ? <em key={index}>{part.text}</em> : part.text
  })
}
