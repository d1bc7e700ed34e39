import { hasBalancedIsolates } from '@/lib/text/characters'
import type { Notices } from './notices'
import { type PastedRun, withTidySpaces } from './spaces'

/** The paragraphs that a pasted page becomes, built from its beginning to its end. */
export class Paragraphs {
  readonly all: PastedRun[][] = []
  private runs: PastedRun[] = []
  /** List markers that wait for the first words of their item. */
  private waiting = ''

  constructor(private readonly notices: Notices) {}

  add(run: PastedRun): void {
    if (run.text === '') return
    if (this.waiting !== '' && run.text.trim() !== '') {
      this.runs.push({ text: this.waiting, italic: false, bracket: null })
      this.waiting = ''
    }
    this.runs.push(run)
  }

  /** Begins a list item: its marker stands before the words that come next. */
  beginItem(marker: string): void {
    this.end()
    if (marker !== '') this.waiting += `${marker} `
  }

  /** The words of the paragraph so far. */
  written(): string {
    return this.runs.map(({ text }) => text).join('')
  }

  /** Ends the paragraph; one without words is none. */
  end(): void {
    const runs = withTidySpaces(this.runs)
    if (!hasBalancedIsolates(this.written())) this.notices.add('marks')
    this.runs = []
    if (runs.length > 0) this.all.push(runs)
  }

  /** Ends the last item: a marker without words does not move to the next. */
  endItem(): void {
    this.end()
    this.waiting = ''
  }
}
