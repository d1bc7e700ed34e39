import type { ReactNode } from 'react'
import { ActForm } from '@/components/ui/act-form'
import type { FormAction } from '@/components/ui/form'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import type { ReportCorrigendumView } from '@/lib/report/corrigenda/corrigendum'
import { differencesIn, documentPhrase, type PartView } from '@/lib/report/parts/parts'
import {
  type ParagraphStanding,
  type ParagraphView,
  freeIdOf,
  paragraphsIn,
  type SectionView,
} from '@/lib/report/view'
import { printParagraph } from '@/lib/report/printed'
import { directionOf } from '@/lib/text/locales'
import { LeaveOut } from './omissions/left-out'
import { ParagraphVersions } from './paragraph-versions'
import { PrintedReport, type PrintedSection } from './printed-report'

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
  const paragraphs = paragraphsIn(sections)
  const showsStanding = paragraphs.some(({ standing }) => isRuled(standing))
  return (
    <PrintedReport
      sections={sections.map((section) => printed(section, rest.parts ?? [], showsStanding))}
      afterParagraph={Object.fromEntries(
        paragraphs.flatMap((paragraph) => {
          const following = followingOf(paragraph, rest)
          return following.length > 0 ? [[paragraph.key, following]] : []
        }),
      )}
      afterSection={
        rest.remove
          ? Object.fromEntries(
              sections.map((section) => [
                section.key,
                <Write key="write" {...rest} section={section} />,
              ]),
            )
          : {}
      }
    />
  )
}

const isRuled = (standing: ParagraphStanding) => standing !== 'notAsked' && standing !== 'pending'

function printed(
  { key, label, heading, level, mode, paragraphs }: SectionView,
  parts: readonly PartView[],
  showsStanding: boolean,
): PrintedSection {
  const t = translations('report')
  const part = parts.find((candidate) => candidate.key === key)
  return {
    key,
    label,
    heading,
    level,
    ...(level === 1 && mode === 'chairSummary' && { mode: t('modes.chairSummary') }),
    ...(part && { document: documentPhrase(part) }),
    paragraphs: paragraphs.map((paragraph) => {
      const { standing } = paragraph
      const notes = [
        ...(showsStanding && standing !== 'notAsked' ? [t(`standings.${standing}`)] : []),
        ...differencesIn(parts, paragraph.key),
      ]
      return {
        key: paragraph.key,
        number: paragraph.number,
        ...printParagraph(paragraph),
        ...(notes.length > 0 && { note: notes.join(' · ') }),
      }
    }),
  }
}

type Rest = Omit<Props, 'sections'>

function Write({ slug, section: { key, label } }: Rest & { section: SectionView }) {
  return (
    <p className="no-print ms-12 font-sans text-sm">
      <a href={paths.writeReport(slug, key)} className="way">
        {translations('report')('writeHere', { section: label })}
      </a>
    </p>
  )
}

/** A paragraph's versions in other languages, its corrigenda, and the acts on it: nothing for most readers. */
function followingOf(
  paragraph: ParagraphView,
  { slug, remove, leaveOut, corrigenda = [], corrects }: Rest,
): ReactNode[] {
  const t = translations('report')
  const { number, key } = paragraph
  const freeId = freeIdOf(paragraph)
  return [
    paragraph.versions && <ParagraphVersions key="versions" paragraph={paragraph} />,
    ...corrigenda
      .filter((corrigendum) => corrigendum.key === key)
      .map(({ symbol, language, text }) => (
        <div key={symbol} className="mt-2 border-s-4 border-line-strong ps-4">
          <p className="font-sans text-sm text-quiet">{t('corrigenda.corrected', { symbol })}</p>
          <p lang={language} dir={directionOf(language)} className="whitespace-pre-line">
            {text}
          </p>
        </div>
      )),
    corrects && (
      <p key="correct" className="no-print mt-1 font-sans text-sm">
        <a href={paths.correctReport(slug, key)} className="way">
          {t('corrigenda.correct', { number })}
        </a>
      </p>
    ),
    leaveOut?.may(paragraph) && (
      <LeaveOut key="leave-out" slug={slug} paragraph={paragraph} action={leaveOut.action} />
    ),
    freeId && remove && (
      <div
        key="revise"
        className="no-print mt-1 flex flex-wrap items-center gap-4 font-sans text-sm"
      >
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
    ),
  ].filter(Boolean)
}
