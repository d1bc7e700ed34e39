import { unprintable } from '@/lib/export/pdf/coverage'
import { translations } from '@/lib/messages'

/** Names the letters of a text that a PDF prints as boxes; nothing if all of them print. */
export function UnprintableLetters({ text }: { text: string }) {
  const letters = unprintable(text)
  if (letters.length === 0) return null
  const t = translations('printing')
  return (
    <p className="mt-4 max-w-prose border-s-4 border-accent bg-accent-wash px-3 py-2 text-sm">
      {t('unprintable', { count: letters.length })} <bdi>{letters.slice(0, 40).join(' ')}</bdi>
      {letters.length > 40 && ' …'}
    </p>
  )
}
