import { Copy } from 'lucide'
import { Icon } from '@/components/ui/icon'
import { translations } from '@/lib/messages'

/** The hash of a text: its first eight digits, which open to all of them; there it can be copied. */
export function Fingerprint({ hash, label }: { hash: string; label: string }) {
  const t = translations('ui')
  return (
    <details className="fingerprint">
      <summary title={label}>
        <code>{hash.slice(0, 8)}</code>
      </summary>
      <code>{hash}</code>
      <button type="button" data-copy={hash} aria-label={t('copy', { what: label })}>
        <Icon of={Copy} size={14} />
      </button>
    </details>
  )
}
