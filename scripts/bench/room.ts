import { openViewer, type Viewer } from './viewer'

const PATIENCE = 30_000

/** All viewers with the screen open, and the last view of each. */
export class Room {
  private viewers: Viewer[] = []
  private readonly seen: string[] = []
  private onUpdate: (viewer: number, at: number) => void = () => {}

  constructor(private readonly address: string) {}

  /** All open the screen at one moment; answers after how many milliseconds each had its first view. */
  open(cookies: readonly string[]): Promise<number[]> {
    return this.everyone(
      () => true,
      () => {
        this.viewers = cookies.map((cookie, viewer) =>
          openViewer(this.address, cookie, (data, at) => {
            this.seen[viewer] = data
            this.onUpdate(viewer, at)
          }),
        )
      },
      cookies.length,
    )
  }

  /** Does an act and returns the milliseconds after which each viewer saw its result. */
  sees(mark: string, act: () => unknown): Promise<number[]> {
    return this.everyone((data) => data.includes(mark), act)
  }

  /** Breaks something; returns the time after which each viewer with an ended stream had a view again. */
  async recovers(breakIt: () => unknown): Promise<number[]> {
    const connections = this.viewers.map(({ statuses }) => statuses.length)
    const begun = performance.now()
    const back: number[] = []
    this.onUpdate = (viewer, at) => {
      if (this.viewers[viewer]!.statuses.length > connections[viewer]!) back.push(at - begun)
    }
    breakIt()
    // Each browser hears of it by itself; a second is long enough for all, and short of coming back.
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    const lost = this.viewers.filter(
      (viewer, at) => !viewer.isOpen() || viewer.statuses.length > connections[at]!,
    ).length
    await until(() => back.length >= lost)
    return back
  }

  close(): void {
    for (const viewer of this.viewers) viewer.close()
  }

  private async everyone(
    isIt: (data: string) => boolean,
    act: () => unknown,
    count = this.viewers.length,
  ): Promise<number[]> {
    const times = new Map<number, number>()
    const begun = performance.now()
    this.onUpdate = (viewer, at) => {
      if (!times.has(viewer) && isIt(this.seen[viewer]!)) times.set(viewer, at - begun)
    }
    await act()
    await until(() => times.size === count)
    return [...times.values()]
  }
}

async function until(holds: () => boolean): Promise<void> {
  const begun = performance.now()
  while (!holds()) {
    if (performance.now() - begun > PATIENCE) throw new Error('The room was not told in time.')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
