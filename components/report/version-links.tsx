import { translations } from '@/lib/messages'
import { languageName } from '@/lib/report/writing/original'
import { type Locale, locales } from '@/lib/text/locales'

/** The last wording of a paragraph in a language; `isCurrent`: it follows the original's last wording. */
type VersionState = { language: Locale; number: number; isCurrent: boolean }

/** The six languages, each with how its version stands; leads to the page that writes it. */
export function VersionLinks({
  current,
  original,
  versions,
  address,
}: {
  current: Locale
  /** Null for a paragraph that is new: the language chosen becomes its original. */
  original: Locale | null
  versions: readonly VersionState[]
  address: (language: Locale) => string
}) {
  const t = translations('report.versions')
  const stateOf = (language: Locale): string => {
    if (!original) return ''
    const version = versions.find((entry) => entry.language === language)
    if (!version) return t('none')
    return version.isCurrent ? t('at', { number: version.number }) : t('behind')
  }
  return (
    <nav aria-label={t(original ? 'label' : 'written')} className="mb-6">
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {locales.map((language) => (
          <li key={language}>
            <a
              href={address(language)}
              aria-current={language === current ? 'true' : undefined}
              className={language === current ? 'way font-semibold underline' : 'way'}
            >
              {language === original
                ? t('original', { language: languageName(language) })
                : languageName(language)}
            </a>
            {original && <span className="block text-sm text-quiet">{stateOf(language)}</span>}
          </li>
        ))}
      </ul>
    </nav>
  )
}
