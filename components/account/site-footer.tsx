import { footerLinks } from '@/lib/html/shell'
import { translations } from '@/lib/messages'

/** Help, the words of the field and the contact, under every page. */
export const SiteFooter = () => (
  <footer className="site-foot no-print">
    <nav aria-label={translations('shell')('about')}>
      {footerLinks().map(({ href, label }) => (
        <a key={href} href={href}>
          {label}
        </a>
      ))}
    </nav>
  </footer>
)
