import { completedIn } from '@/lib/report/adopted/fillings'
import type { ReportView } from '@/lib/report/queries'
import { documentOf } from '@/lib/report/parts/parts'
import { languageOf, REPORT_LANGUAGE } from '@/lib/report/writing/versions'
import { plainText } from '@/lib/text/document/document'
import { openSentence } from './open-sentence'

/** The report as plain JSON: each numbered paragraph as it prints, with its open placeholders. */
export const reportJson = ({ symbol, sections, adoptedAt, textHash, parts }: ReportView) => ({
  symbol,
  adoptedAt: adoptedAt?.toISOString() ?? null,
  sha256: textHash,
  paragraphs: sections.flatMap(({ key, path, heading, mode, paragraphs }) =>
    paragraphs.map(({ number, text, versions, standing, open, ...paragraph }) => ({
      number,
      document: documentOf(parts, key),
      section: path,
      heading,
      mode,
      standing,
      language: languageOf({ ...(versions && { versions }) }),
      originalLanguage: versions?.original ?? REPORT_LANGUAGE,
      text,
      versions: (versions?.others ?? []).map((version) => ({
        language: version.language,
        text: plainText(version.text),
        isCurrent: version.isCurrent,
      })),
      completed: completedIn(paragraph),
      open: open.map((placeholder) => ({
        key: placeholder.key,
        state: placeholder.state,
        printed: placeholder.printed,
        missing: openSentence(placeholder),
        owner: placeholder.owner,
        form: placeholder.form,
      })),
    })),
  ),
})
