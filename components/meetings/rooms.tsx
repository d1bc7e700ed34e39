import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'

const rooms = [
  'steps',
  'meetings',
  'bureau',
  'panellists',
  'speakers',
  'attendance',
  'participants',
] as const
export type Room = (typeof rooms)[number]

/** The pages about a session's sittings, the present one marked. */
export function Rooms({ slug, current }: { slug: string; current: Room }) {
  const t = translations('sitting.rooms')
  return (
    <nav aria-label={t('label')} className="no-print mb-6 flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {rooms.map((room) => (
        <a
          key={room}
          href={paths[room](slug)}
          className={room === current ? 'way font-semibold' : 'way'}
          aria-current={room === current ? 'page' : undefined}
        >
          {t(room)}
        </a>
      ))}
    </nav>
  )
}
