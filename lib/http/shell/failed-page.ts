import { printSeatTime } from '@/lib/clock'
import { htmlPage } from '@/lib/html/frame'
import { html } from '@/lib/html/safe-html'
import type { Scheme } from '@/lib/html/scheme'
import { inShell } from '@/lib/html/shell'
import { translations } from '@/lib/messages'
import { shellOfNobody } from './shell'

/**
 * A page for one that could not be drawn, which needs neither script nor database: why, that nothing was lost, and the
 * same address again. `mark` names the failure in the server's log.
 */
export function failedPage({
  address,
  isAway,
  mark,
  at,
  scheme,
}: {
  address: string
  /** Whether the database is away, which ends by itself; else the failure is a defect. */
  isAway: boolean
  mark: string | undefined
  at: Date | null
  scheme: Scheme
}): string {
  const t = translations('failedPage')
  const title = t(isAway ? 'awayTitle' : 'title')
  const page = htmlPage({
    title,
    content: html`<h1>${title}</h1>
<p role="alert">${
      isAway ? t('away') : t('explain', { time: at ? printSeatTime(at) : '–', mark: mark ?? '–' })
    }</p>
<p><a href="${address}">${t('again')}</a></p>`,
  })
  return inShell(page, { ...shellOfNobody(), scheme })
}
