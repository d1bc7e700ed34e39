import { ordinalWord, printSeatTime } from '@/lib/clock'
import { asideKinds } from '@/lib/consolidation/kinds'
import { strength } from '@/lib/consolidation/strength/strength'
import { type DeskItem, type DeskSource, placeOnList } from '@/lib/consolidation/views'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import type { Fact, ShownItem } from './facts'
import { statusShape, statusText } from './status-word'
import { strengthText } from './strength-word'
import { listed } from '@/lib/text/apart'

/** A preliminary item: its place on its list, its text, its authors, and its outcome so far. */
export function shownSource(source: DeskSource): ShownItem {
  const t = translations('consolidation')
  const { id, text, language, attribution, outcome, disagreements, decidedAt } = source
  const session = t('sessionOf', { session: ordinalWord(source.sessionOrdinal) })
  const facts: (Fact | false)[] = [
    attribution.length > 0 && { kind: 'words', text: listed(attribution) },
    source.takenOverBy.length > 0 && {
      kind: 'words',
      text: t('takenOverBy', { names: source.takenOverBy.join(', ') }),
    },
    source.withdrawn && { kind: 'state', shape: 'ended', text: t('withdrawnByAuthors') },
    { kind: 'state', shape: outcome ? 'done' : 'none', text: t(`outcomes.${outcome ?? 'none'}`) },
    disagreements > 0 && {
      kind: 'words',
      tone: 'alarm',
      text: t('disagreements.count', { count: disagreements }),
    },
    decidedAt !== null && {
      kind: 'words',
      tone: 'quiet',
      text: [source.reason, source.decidedBy, printSeatTime(decidedAt)].filter(Boolean).join(' · '),
    },
  ]
  return {
    id,
    place: `${session} · ${placeOnList(source)}`,
    text,
    language,
    facts: facts.filter(isFact),
  }
}

/** Links from a preliminary item to similar items, back from its outcome, and to the items made of it. */
export function sourceLinks(
  { id, outcome, uses }: DeskSource,
  slug: string,
  works: boolean,
): Fact[] {
  const t = translations('consolidation')
  const isAside = asideKinds.some((kind) => kind === outcome)
  const links: (Fact | false)[] = [
    { kind: 'link', href: paths.similarItems(slug, id), text: t('similar.find') },
    works && isAside && { kind: 'link', href: paths.setAside(slug, [id]), text: t('takeBack') },
    ...uses.map(
      (use): Fact => ({
        kind: 'link',
        href: `${paths.consolidatedItem(slug, use.id)}#from-${id}`,
        text: t('usedIn', { taken: t(`taken.${use.taken}`) }),
      }),
    ),
  ]
  return links.filter(isFact)
}

/** A consolidated item: its text, status, objections, disagreements and sources; its strength at the desk. */
export function shownItem(
  item: DeskItem,
  { slug, adopted, works }: { slug: string; adopted: boolean; works: boolean },
): ShownItem {
  const t = translations('consolidation')
  const { id, text, language, status, objections, disagreements, corrected } = item
  const href = paths.consolidatedItem(slug, id)
  const standing = { status, adopted }
  const asks = strength(text)
  const facts: (Fact | false)[] = [
    { kind: 'state', shape: statusShape(standing), text: statusText(standing) },
    works && { kind: 'strength', strength: asks, text: strengthText(asks) },
    objections > 0 && {
      kind: 'words',
      tone: 'alarm',
      text: t('plenary.objectionCount', { count: objections }),
    },
    disagreements > 0 && {
      kind: 'link',
      href: `${href}#disagreements`,
      text: t('disagreements.count', { count: disagreements }),
    },
    corrected > 0 && {
      kind: 'link',
      href: `${href}#corrigenda`,
      text: translations('corrigenda')('corrected', { number: corrected }),
    },
    { kind: 'link', href, text: t('sourcesOf', { count: item.sources }) },
  ]
  return { id, text, language, facts: facts.filter(isFact) }
}

const isFact = (fact: Fact | false): fact is Fact => fact !== false
