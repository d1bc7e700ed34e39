import { formatter, translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { MOST_NAMED, type OnBehalf } from '@/lib/sessions/attribution/attribution'

/**
 * The members of a group for which something was submitted, folded if they are many, with the link to the page on which
 * a member dissociates itself. The name of the group stands beside the author.
 */
export function GroupMembers({ onBehalf, slug }: { onBehalf: OnBehalf; slug: string }) {
  const t = translations('onBehalf')
  const { id, members } = onBehalf
  const names = formatter.list(
    members.map(({ name, dissociated }) => (dissociated ? t('dissociatedName', { name }) : name)),
  )
  const count = members.length
  return (
    <div className="text-sm text-quiet">
      {count > MOST_NAMED ? (
        <details>
          <summary className="cursor-pointer">{t('membersCount', { count })}</summary>
          <p>{names}</p>
        </details>
      ) : (
        count > 0 && <p>{t('membersNamed', { names })}</p>
      )}
      <a href={paths.onBehalf(slug, id)} className="way no-print">
        {t('link')}
      </a>
    </div>
  )
}
