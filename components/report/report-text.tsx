import { ActForm } from '@/components/ui/act-form'
import type { FormAction } from '@/components/ui/form'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import type { ReportCorrigendumView } from '@/lib/report/corrigenda/corrigendum'
import { differencesIn, documentPhrase, type PartView } from '@/lib/report/parts/parts'
import {
  type ParagraphStanding,
  type ParagraphView,
  paragraphsIn,
  type SectionView,
} from '@/lib/report/view'
import { directionOf } from '@/lib/text/locales'
import { LeaveOut } from './omissions/left-out'
import { ParagraphVersions } from './paragraph-versions'
import { ReportWords } from './report-words'

type Props = {
  sections: readonly SectionView[]
  slug: string
  /** The act that removes a free paragraph, for those who write the report. */
  remove: FormAction | null
  /** The act that leaves a computed paragraph out, and of which paragraphs it may be done. */
  leaveOut?: { action: FormAction; may: (paragraph: ParagraphView) => boolean } | null
  /** In which document each main section stands, once the draft is released. */
  parts?: readonly PartView[]
  /** The released corrigenda, and whether the reader may propose another. */
  corrigenda?: readonly ReportCorrigendumView[]
  corrects?: boolean
}

/**
 * The report from its first heading to its last paragraph, as the paper has it. Each main section names its document;
 * each paragraph shows its status once one is ruled on, and its difference from its document.
 */
export function ReportText({ sections, ...rest }: Props) {
  const showsStanding = paragraphsIn(sections).some(({ standing }) => isRuled(standing))
  return (
    <article className="report-text grid gap-4 font-serif leading-relaxed">
      {sections.map((section) => (
        <Section key={section.key} section={section} showsStanding={showsStanding} {...rest} />
      ))}
    </article>
  )
}

const isRuled = (standing: ParagraphStanding) => standing !== 'notAsked' && standing !== 'pending'

type Rest = Omit<Props, 'sections'> & { showsStanding: boolean }

function Section({ section, slug, ...rest }: Rest & { section: SectionView }) {
  const t = translations('report')
  const { label, heading, level, mode, paragraphs, key } = section
  const part = rest.parts?.find((candidate) => candidate.key === key)
  const Heading = level === 1 ? 'h2' : 'h3'
  return (
    <section aria-labelledby={`section-${key}`} className="grid gap-3">
      <Heading
        id={`section-${key}`}
        className={`flex gap-3 font-semibold ${level === 1 ? 'mt-4 text-xl' : 'text-lg'}`}
      >
        <span className="w-9 shrink-0 text-end">{label}</span>
        {heading}
      </Heading>
      {level === 1 && mode === 'chairSummary' && (
        <p className="ms-12 font-sans text-sm text-quiet">{t('modes.chairSummary')}</p>
      )}
      {part && (
        <p className="no-print ms-12 font-sans text-sm text-quiet">{documentPhrase(part)}</p>
      )}
      {paragraphs.map((paragraph) => (
        <Paragraph key={paragraph.key} paragraph={paragraph} slug={slug} {...rest} />
      ))}
      {rest.remove && (
        <p className="no-print ms-12 font-sans text-sm">
          <a href={paths.writeReport(slug, key)} className="way">
            {t('writeHere', { section: label })}
          </a>
        </p>
      )}
    </section>
  )
}

function Paragraph({
  paragraph,
  slug,
  showsStanding,
  remove,
  leaveOut = null,
  parts = [],
  corrigenda = [],
  corrects = false,
}: Rest & { paragraph: ParagraphView }) {
  const t = translations('report')
  const { number, key, standing } = paragraph
  const notes = [
    ...(showsStanding && standing !== 'notAsked' ? [t(`standings.${standing}`)] : []),
    ...differencesIn(parts, key),
  ]
  const freeId = key.startsWith('free:') ? key.slice('free:'.length) : null
  return (
    <div id={`paragraph-${number}`} className="report-paragraph">
      <span>{`${number}.`}</span>
      <ReportWords paragraph={paragraph} />
      <ParagraphVersions paragraph={paragraph} />
      {notes.length > 0 && (
        <p className="no-print mt-1 font-sans text-sm text-quiet">{notes.join(' · ')}</p>
      )}
      {corrigenda
        .filter((corrigendum) => corrigendum.key === key)
        .map(({ symbol, language, text }) => (
          <div key={symbol} className="mt-2 border-s-4 border-line-strong ps-4">
            <p className="font-sans text-sm text-quiet">{t('corrigenda.corrected', { symbol })}</p>
            <p lang={language} dir={directionOf(language)} className="whitespace-pre-line">
              {text}
            </p>
          </div>
        ))}
      {corrects && (
        <p className="no-print mt-1 font-sans text-sm">
          <a href={paths.correctReport(slug, key)} className="way">
            {t('corrigenda.correct', { number })}
          </a>
        </p>
      )}
      {leaveOut?.may(paragraph) && (
        <LeaveOut slug={slug} paragraph={paragraph} action={leaveOut.action} />
      )}
      {freeId && remove && (
        <div className="no-print mt-1 flex flex-wrap items-center gap-4 font-sans text-sm">
          <a href={paths.reviseReport(slug, freeId)} className="way">
            {t('revise', { number })}
          </a>
          <ActForm
            action={remove}
            values={{ slug, paragraphId: freeId }}
            button={t('remove')}
            label={t('removeNamed', { number })}
            tone="plain"
          />
        </div>
      )}
    </div>
  )
}
