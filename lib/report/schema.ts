import { z } from 'zod'
import { requiredLine } from '@/lib/text/line'
import { locales } from '@/lib/text/locales'

const slug = z.string().max(100)
const key = z.string().min(1).max(200)
/** The wording: the editor's JSON, or, if the editor does not run, plain text with a paragraph in each line. */
const wording = { body: z.string().default(''), text: z.string().default('') }

const language = z.enum(locales, 'choose').default('en')

/** A new free paragraph at the end of a section, in the language of its original. */
export const WriteParagraph = z.object({ slug, section: key, language, ...wording })
export type WriteParagraph = z.output<typeof WriteParagraph>

/**
 * Another wording of a free paragraph in a language: `baseNumber` is its last wording in that language as it was read, 0 for
 * none; `originalNumber` that of the original.
 */
export const ReviseParagraph = z.object({
  slug,
  paragraphId: z.uuid(),
  language,
  baseNumber: z.coerce.number().int().min(0),
  originalNumber: z.coerce.number().int().min(1),
  ...wording,
})
export type ReviseParagraph = z.output<typeof ReviseParagraph>

export const RemoveParagraph = z.object({ slug, paragraphId: z.uuid() })
export type RemoveParagraph = z.output<typeof RemoveParagraph>

/** A computed paragraph that is left out, and the reason. */
export const LeaveOutParagraph = z.object({ slug, key, reason: requiredLine(500) })
export type LeaveOutParagraph = z.output<typeof LeaveOutParagraph>

export const PutBackParagraph = z.object({ slug, key })
export type PutBackParagraph = z.output<typeof PutBackParagraph>

/** A placeholder that the Secretariat completes, or no longer does. */
export const CompleteGap = z.object({ slug, key, completes: z.enum(['yes', 'no']) })
export type CompleteGap = z.output<typeof CompleteGap>

/** The words with which the Secretariat completes a place of the adopted report: one line, without brackets. */
export const FillPlace = z.object({
  slug,
  key,
  text: z
    .string()
    .trim()
    .min(1, 'required')
    .max(300, 'tooLong')
    .regex(/^[^[\]\p{Cc}]*$/u, 'reportFilling'),
})
export type FillPlace = z.output<typeof FillPlace>

/** A corrigendum of a paragraph: its new text, whole, and the reason. */
export const CorrectReport = z.object({
  slug,
  key,
  over: z.hash('sha256'),
  text: z.string().default(''),
  reason: requiredLine(1_000),
})
export type CorrectReport = z.output<typeof CorrectReport>

/** A corrigendum that is released or discarded. */
export const EndReportCorrigendum = z.object({ slug, id: z.uuid() })
export type EndReportCorrigendum = z.output<typeof EndReportCorrigendum>

export const PlaceList = z.object({ slug, inReport: z.enum(['yes', 'no']) })
export type PlaceList = z.output<typeof PlaceList>

/**
 * The main sections that a document of the draft holds; `null` means all that no document holds yet. A form sends an
 * empty value besides those that are ticked, so that none is not all.
 */
const sections = z.preprocess(
  (value) => (value === undefined || value === null ? value : [value].flat().filter(Boolean)),
  z.array(key).min(1, 'reportSections').max(50).nullable().default(null),
)

/** The first document of the draft, which releases it; and each addendum to it. */
export const ReleaseReport = z.object({ slug, sections })
export type ReleaseReport = { slug: string; sections?: readonly string[] | null }

export const IssueAddendum = ReleaseReport
export type IssueAddendum = ReleaseReport

/** A ruling on a paragraph; `readHash` is the SHA-256 of the text that was read out. */
export const RuleOnParagraph = z.object({
  slug,
  key,
  readHash: z.string().regex(/^[0-9a-f]{64}$/),
  kind: z.enum(['adopted', 'adoptedAsAmended', 'leftPending'], 'choose'),
  ...wording,
})
export type RuleOnParagraph = z.output<typeof RuleOnParagraph>

/** The adoption of the whole at a meeting; `version` is that of the report as it was checked. */
export const AdoptReport = z.object({
  slug,
  meeting: z.coerce.number('choose').int('choose').min(1, 'choose'),
  version: z.coerce.number().int(),
})
export type AdoptReport = z.output<typeof AdoptReport>
