import { clockNote, footerLinks } from '@/lib/html/shell'
import { translations } from '@/lib/messages'

/** Help, the words of the field, the contact and the clock of all times, under every page. */
export const SiteFooter = () => (
  <footer className="site-foot no-print">
    <div>
      <nav aria-label={translations('shell')('about')}>
        {footerLinks().map(({ href, label }) => (
          <a key={href} href={href}>
            {label}
          </a>
        ))}
      </nav>
      <p>{clockNote()}</p>
    </div>
  </footer>
)
