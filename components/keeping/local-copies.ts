import type { FormValues } from '@/lib/http/form-state'
import type { Basis } from './basis'

/** A browser's copy of words until the server has them. */
export type LocalCopy = {
  values: FormValues
  /** The ids of the objects that the form would make, by field. */
  ids?: Record<string, string>
  /** The version of the draft that they were typed over, if they belong to one. */
  version?: number
  /** What the form drew when they were begun. */
  basis?: Basis
  /** The id of the form by which they were last sent, if they were. */
  sentAs?: string
  /** The time of typing, by the browser's clock; for display, and to sort the newest first. */
  at: number
}
/**
 * A copy as it was found: `isLeft` if its page was left, by a reload or by going elsewhere, and `isOwn` if this tab
 * left it. A page that was not left may be open in another tab, with its words still being written.
 */
export type FoundCopy = { key: string; copy: LocalCopy; isOwn: boolean; isLeft: boolean }

type Stored = LocalCopy & { tab: string; isLeft?: boolean }
type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> & { keys: () => string[] }

const PREFIX = 'stocktake.words'

/**
 * The local copies of one page. Each page keeps its copies under its own key, so that two tabs of one person never
 * erase each other's, not even if one is the duplicate of the other.
 */
export class LocalCopies {
  private readonly kept = new Map<string, LocalCopy>()

  constructor(
    private readonly store: Store,
    /** A mark of the tab, which outlives its pages; a duplicate of the tab has the same. */
    private readonly tab: string,
    /** A mark of this page alone. */
    private readonly page: string,
    /** The writer of the words: nobody else sees them. */
    private readonly reader: string,
  ) {}

  /** Keeps the words of a place; a full or closed storage is no reason to stop writing. */
  keep(place: string, copy: LocalCopy): void {
    this.kept.set(place, copy)
    this.write(place, copy)
  }

  /** The page is being left: the tab's next page may go on with its copies. */
  leave(): void {
    for (const [place, copy] of this.kept) this.write(place, copy, true)
  }

  /** The page is shown again, after the browser had cached it whole (bfcache). */
  comeBack(): void {
    for (const [place, copy] of this.kept) this.write(place, copy)
  }

  /** The copies of other pages of a place: those that this tab left first, then the newest. */
  find(place: string): FoundCopy[] {
    return this.findAll(place).filter(({ key }) => key !== this.own(place))
  }

  /** The same, with that of this page. */
  findAll(place: string): FoundCopy[] {
    const copies = this.keys()
      .filter((key) => key.startsWith(this.prefix()) && placeOf(key) === place)
      .flatMap((key) => {
        const stored = this.read(key)
        if (!stored) return []
        const { tab, isLeft, ...copy } = stored
        const isOwn = key === this.own(place) || (tab === this.tab && isLeft === true)
        return [{ key, copy, isLeft: isLeft === true, isOwn }]
      })
    return copies.sort((a, b) => Number(b.isOwn) - Number(a.isOwn) || b.copy.at - a.copy.at)
  }

  /** The places of this person that have copies and begin so. */
  places(start: string): string[] {
    const ownKeys = this.keys().filter((key) => key.startsWith(this.prefix()))
    return [...new Set(ownKeys.map(placeOf))].filter((place) => place.startsWith(start))
  }

  /** Forgets this page's copy of a place. */
  forget(place: string): void {
    this.kept.delete(place)
    this.drop(this.own(place))
  }

  /** Forgets one copy, whichever page made it. */
  drop(key: string): void {
    try {
      this.store.removeItem(key)
    } catch {
      /* Nothing is kept where there is no storage. */
    }
  }

  /** Deletes the words of everybody: a person who signs out leaves none behind. */
  forgetAll(): void {
    this.kept.clear()
    for (const key of this.keys()) if (key.startsWith(PREFIX)) this.drop(key)
  }

  private own(place: string): string {
    return [PREFIX, this.reader, this.page, place].join('|')
  }

  private write(place: string, copy: LocalCopy, isLeft?: boolean): void {
    const stored: Stored = { ...copy, tab: this.tab, ...(isLeft && { isLeft }) }
    try {
      this.store.setItem(this.own(place), JSON.stringify(stored))
    } catch {
      /* The server still gets them. */
    }
  }

  private prefix(): string {
    return `${PREFIX}|${this.reader}|`
  }

  private keys(): string[] {
    try {
      return this.store.keys()
    } catch {
      return []
    }
  }

  private read(key: string): Stored | null {
    try {
      const stored = this.store.getItem(key)
      return stored ? (JSON.parse(stored) as Stored) : null
    } catch {
      return null
    }
  }
}

/** Whether the first of the copies that were found can go back by itself: no other page may want it. */
export const goesBackByItself = ([first, ...rest]: readonly FoundCopy[]): boolean =>
  first !== undefined && (first.isOwn || (first.isLeft && rest.length === 0))

/** The place of a key's words. */
const placeOf = (key: string): string => key.split('|').slice(3).join('|')
