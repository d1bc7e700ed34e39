import {
  FileBadge,
  FileText,
  Layers,
  List,
  ListOrdered,
  type IconNode,
  MessageSquareText,
  MessagesSquare,
  PencilLine,
  Users,
} from 'lucide'
import { Icon } from '@/components/ui/icon'
import { ChineseFont } from '@/components/text/chinese-font'
import {
  type SearchFilter,
  searchQueryString,
  type SearchKind,
  searchKinds,
} from '@/lib/search/filter'
import type { Hit } from '@/lib/search/hits'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'

const icons: Record<SearchKind, IconNode> = {
  list: List,
  delegation: Users,
  proposal: FileText,
  consolidated: Layers,
  item: ListOrdered,
  amendment: PencilLine,
  comment: MessageSquareText,
  circulationComment: MessagesSquare,
  document: FileBadge,
}

/** The results: first those with the typed number, then each kind with the link to all of it. */
export function SearchResults({
  hits,
  counts,
  filter,
}: {
  hits: readonly Hit[]
  counts: Partial<Record<SearchKind, number>>
  filter: SearchFilter
}) {
  const t = translations('search')
  const exact = hits.filter((hit) => hit.exact)
  const others = hits.filter((hit) => !hit.exact)
  return (
    <div className="search-results">
      {hits.some(({ language }) => language === 'zh') && <ChineseFont />}
      {exact.length > 0 && <Group title={t('exact', { words: filter.words })} hits={exact} />}
      {searchKinds.map((kind) => {
        const ofKind = others.filter((hit) => hit.kind === kind)
        if (ofKind.length === 0) return null
        const more = (counts[kind] ?? 0) > hits.filter((hit) => hit.kind === kind).length
        return (
          <Group key={kind} title={t(`kinds.${kind}`)} hits={ofKind}>
            {more && !filter.kind && (
              <a className="way" href={`${paths.search()}${searchQueryString(filter, { kind })}`}>
                {t(`all.${kind}`, { count: counts[kind] ?? 0 })}
              </a>
            )}
          </Group>
        )
      })}
    </div>
  )
}

function Group({
  title,
  hits,
  children,
}: {
  title: string
  hits: readonly Hit[]
  children?: React.ReactNode
}) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ol>
        {hits.map((hit) => (
          <HitRow key={hit.id} hit={hit} />
        ))}
      </ol>
      {children}
    </section>
  )
}

function HitRow({ hit: { kind, href, title, facts, pieces, language } }: { hit: Hit }) {
  const icon = icons[kind]
  return (
    <li>
      <Icon of={icon} size={18} />
      <div>
        <h3>
          <a href={href}>{title}</a>
        </h3>
        <small>{facts.join(' · ')}</small>
        {pieces.length > 0 && (
          <p lang={language ?? undefined} dir="auto">
            {pieces.map(({ text, hit }, index) => (hit ? <mark key={index}>{text}</mark> : text))}
          </p>
        )}
      </div>
    </li>
  )
}
