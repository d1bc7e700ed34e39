/**
 * The procedure in sixty lines, told as it goes: one thing happens after the other, at whole minutes. Written without
 * the product's own rule, which looks back at all that happened at once.
 */
export type Happening =
  | { at: number; does: 'break'; who: number }
  | { at: number; does: 'withdraw'; who: number }
  | { at: number; does: 'extend'; until: number }
  | { at: number; does: 'resume'; until: number }
  | { at: number; does: 'declare' }
  | { at: number; does: 'note'; who: number; received: number }

const DAY = 24 * 60
const LAST_REQUEST = 2

export class SilenceModel {
  standing = new Map<number, { at: number; left: number }>()
  /** The time left at the earliest break since the last resumption; null if there was none. */
  left: number | null = null
  declared: number | null = null
  /** The deadlines that were in force, each from when on. */
  private readonly deadlines: { from: number; until: number }[]

  constructor(
    readonly opened: number,
    public deadline: number,
    readonly grace: number,
  ) {
    this.deadlines = [{ from: opened, until: deadline }]
  }

  get end() {
    return this.declared ?? this.deadline + Math.max(this.grace, LAST_REQUEST)
  }

  /** Applies a happening; returns whether the rules admit it. A late break is admitted without an effect. */
  happens(happening: Happening): boolean {
    if (happening.does === 'break') return this.breaks(happening.who, happening.at, happening.at)
    if (happening.does === 'note')
      return (
        happening.received <= happening.at &&
        this.breaks(happening.who, happening.received, happening.at)
      )
    if (happening.does === 'withdraw')
      return happening.at < this.deadline && this.standing.delete(happening.who)
    if (happening.does === 'declare') {
      if (
        this.standingAt(happening.at) !== 'waiting' ||
        happening.at <= this.deadline + LAST_REQUEST
      )
        return false
      this.declared = happening.at
      return true
    }
    if (
      happening.does === 'extend' &&
      (happening.at >= this.deadline || happening.until <= this.deadline)
    )
      return false
    if (happening.does === 'resume') {
      if (this.left === null || this.standing.size > 0) return false
      if (happening.until < happening.at + Math.max(this.left, DAY)) return false
      this.left = null
    }
    this.deadline = happening.until
    this.deadlines.push({ from: happening.at, until: happening.until })
    return true
  }

  private breaks(member: number, received: number, entered: number): boolean {
    const force = this.deadlines.findLast(({ from }) => from <= received)
    if (!force || this.standing.has(member)) return false
    if (received >= force.until || entered >= this.end) return true
    this.standing.set(member, { at: received, left: force.until - received })
    this.left = Math.max(this.left ?? 0, force.until - received)
    return true
  }

  standingAt(now: number): 'open' | 'broken' | 'waiting' | 'approved' {
    if (this.left !== null) return 'broken'
    if (now < this.deadline) return 'open'
    return now < this.end ? 'waiting' : 'approved'
  }
}
