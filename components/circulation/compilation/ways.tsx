import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'

/** The links to the comments of a session's circulations; nothing if there is none. */
export function CompilationWays({
  slug,
  circulations,
}: {
  slug: string
  circulations: readonly { id: string; title: string }[]
}) {
  const t = translations('compilation')
  return circulations.map(({ id, title }) => (
    <p key={id} className="no-print mb-4">
      <a className="way" href={paths.compilation(slug, id)}>
        {t('way', { title })}
      </a>
    </p>
  ))
}
