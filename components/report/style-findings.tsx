import { translations } from '@/lib/messages'
import { checkStyle } from '@/lib/report/style/check'
import type { SectionView } from '@/lib/report/view'

/** The house's other spellings: proposals, without a rewrite. */
export function StyleFindings({ sections }: { sections: readonly SectionView[] }) {
  const t = translations('report')
  const findings = checkStyle(sections)
  return (
    <section aria-labelledby="style">
      <h2 id="style" className="mb-2 font-serif text-xl font-semibold">
        {t('styleTitle')}
      </h2>
      <p className="mb-3 text-sm text-quiet">{t('styleAbout')}</p>
      {findings.length === 0 && <p className="text-quiet">{t('styleNone')}</p>}
      <ul className="grid gap-2">
        {findings.map(({ number, rule, found, proposed }, index) => (
          <li key={index}>
            <a href={`#paragraph-${number}`} className="way text-sm">
              {t('inParagraph', { number })}
            </a>{' '}
            <span className="whitespace-pre-wrap">
              {t('proposal', { found, proposed, rule: t(`rules.${rule}`) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
