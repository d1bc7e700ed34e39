import { Bell, BellRing } from 'lucide'
import { Icon } from '@/components/ui/icon'
import { ActForm } from '@/components/ui/act-form'
import type { FormAction } from '@/components/ui/form'
import { translations } from '@/lib/messages'
import type { Followable } from '@/lib/proposals/follows/queries'

/**
 * Follows a proposal, its agenda item or its State, or ends that; opens without script too. The button says whether the
 * person follows any of them.
 */
export function FollowMenu({
  items,
  action,
}: {
  items: readonly Followable[]
  action: FormAction
}) {
  const t = translations('following')
  const follows = items.some((item) => item.follows)
  const icon = follows ? BellRing : Bell
  return (
    <details className="follow-menu no-print">
      <summary className="button">
        <Icon of={icon} size={16} />
        {t(follows ? 'follows' : 'follow')}
      </summary>
      <div className="follow-choices">
        {items.map(({ kind, id, name, follows: on }) => (
          <ActForm
            key={kind}
            action={action}
            values={{ kind, id, follows: String(!on) }}
            button={t(on ? `stopKind.${kind}` : `startKind.${kind}`, { name })}
            tone="plain"
          />
        ))}
        <p className="text-sm text-quiet">{t('private')}</p>
      </div>
    </details>
  )
}
