import type { ReactNode } from 'react'
import { type Shape, StateWord } from '@/components/ui/state-word'
import type { Strength } from '@/lib/consolidation/strength/strength'
import { directionOf } from '@/lib/text/locales'

/** The facts of an item, in words from the server; plain values, for server and client components alike. */
export type Fact =
  | { kind: 'words'; text: string; tone?: 'quiet' | 'alarm' }
  | { kind: 'state'; text: string; shape: Shape }
  | { kind: 'strength'; text: string; strength: Strength | null }
  | { kind: 'link'; text: string; href: string }

/** An item as it is shown: `place` is the place of a preliminary item on its list. */
export type ShownItem = {
  id: string
  place?: string
  text: string
  language: string
  facts: readonly Fact[]
}

/** An item's place, text and facts; `text` is shown instead of the plain text, marked against another for example. */
export const ItemBody = ({ item, text }: { item: ShownItem; text?: ReactNode }) => {
  const inLanguage = { lang: item.language, dir: directionOf(item.language) }
  return (
    <>
      {item.place && <p className="text-sm text-quiet first-letter:uppercase">{item.place}</p>}
      {text ? (
        <div {...inLanguage} className="item-text">
          {text}
        </div>
      ) : (
        <p {...inLanguage} className="item-text">
          {item.text}
        </p>
      )}
      <p className="item-facts">
        <Facts facts={item.facts} />
      </p>
    </>
  )
}

export const Facts = ({ facts }: { facts: readonly Fact[] }) =>
  facts.map((fact, index) => <FactWord key={index} fact={fact} />)

function FactWord({ fact }: { fact: Fact }) {
  switch (fact.kind) {
    case 'words':
      return fact.tone === 'alarm' ? (
        <strong className="text-alarm">{fact.text}</strong>
      ) : (
        <span className={fact.tone && 'text-quiet'}>{fact.text}</span>
      )
    case 'state':
      return <StateWord shape={fact.shape}>{fact.text}</StateWord>
    case 'strength':
      return <StrengthMark strength={fact.strength}>{fact.text}</StrengthMark>
    case 'link':
      return <a href={fact.href}>{fact.text}</a>
  }
}

/** Five strokes for how much an item asks, and the words for it. */
export const StrengthMark = ({
  strength,
  children,
}: {
  strength: Strength | null
  children: string
}) => (
  <span className="strength-word">
    <i aria-hidden>{'▮'.repeat(strength ?? 0) + '▯'.repeat(5 - (strength ?? 0))}</i>
    {children}
  </span>
)
