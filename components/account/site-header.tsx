import { Inbox, Menu, Search, UserRound } from 'lucide'
import { Icon } from '@/components/ui/icon'
import type { ReactNode } from 'react'
import { menuLinks, type Shell } from '@/lib/html/shell'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'

/**
 * The one line above every page: menu, present place, search, inbox, account. The menu opens without script, as a
 * popover of the browser. `lib/html/shell.ts` draws the same for documents without script; a test compares both.
 */
export function SiteHeader({
  shell: { currentLink, ways, desk, search, account },
  unread,
}: {
  shell: Shell
  /** The number of unread rows on the person's desk, as rendered. */
  unread?: ReactNode
}) {
  const t = translations('shell')
  return (
    <header className="site no-print">
      <div className="site-line">
        <button
          type="button"
          className="site-button site-menu-button"
          popoverTarget="site-menu"
          aria-label={t('menu')}
        >
          <Icon of={Menu} size={18} />
        </button>
        <a className="site-name" href={paths.home}>
          Stocktake
        </a>
        {currentLink && (
          <a className="site-here" href={currentLink.href}>
            {currentLink.label}
          </a>
        )}
        <nav className="site-ways" aria-label={t('main')}>
          {ways.map(({ href, label }) => (
            <a key={href} href={href}>
              {label}
            </a>
          ))}
        </nav>
        <div className="site-own">
          {search && (
            <a className="site-button site-search" href={search.href} aria-label={search.label}>
              <Icon of={Search} size={18} />
              <span>{search.label}</span>
              <kbd aria-hidden>/</kbd>
            </a>
          )}
          {desk && (
            <a className="site-button" href={desk.href}>
              <Icon of={Inbox} size={18} />
              <span>{desk.label}</span>
              {unread}
            </a>
          )}
          <a
            className={account.isSignedIn ? 'site-button' : 'site-button site-enter'}
            href={account.href}
          >
            <Icon of={UserRound} size={18} />
            <span>{account.label}</span>
          </a>
        </div>
      </div>
      <nav id="site-menu" className="site-menu" popover="auto" aria-label={t('menu')}>
        {menuLinks({ desk, ways, search, account }).map(({ href, label, part }) => (
          <a key={href} href={href} data-part={part}>
            {label}
          </a>
        ))}
      </nav>
    </header>
  )
}
