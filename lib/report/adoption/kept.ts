import { z } from 'zod'
import { placeholderForms, placeholderOwners } from '@/lib/report/placeholder'
import { sectionModes } from '@/lib/report/paragraphs/paragraph'
import { sha256 } from '@/lib/record/record'
import { paragraphsIn, type SectionView } from '@/lib/report/view'
import type { TextDocument } from '@/lib/text/document/document'
import { readDocument } from '@/lib/text/document/stored'
import { locales } from '@/lib/text/locales'

const placeholder = z.object({
  key: z.string(),
  state: z.enum(['partly', 'unknown']),
  printed: z.string(),
  missing: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  owner: z.enum(placeholderOwners),
  form: z.enum(placeholderForms),
})
const words = z.array(z.object({ text: z.string(), open: placeholder.optional() }))
const storedText = z
  .unknown()
  .transform((stored): TextDocument => readDocument(stored))
  .optional()

const language = z.enum(locales)
const versions = z
  .object({
    language,
    original: language,
    others: z.array(
      z.object({
        language,
        text: z.unknown().transform((stored): TextDocument => readDocument(stored)),
        isCurrent: z.boolean(),
      }),
    ),
  })
  .optional()

const KeptSections = z.array(
  z.object({
    key: z.string(),
    level: z.union([z.literal(1), z.literal(2)]),
    heading: z.string(),
    mode: z.enum(sectionModes),
    label: z.string(),
    path: z.string(),
    paragraphs: z.array(
      z.object({
        key: z.string(),
        number: z.number(),
        words,
        written: storedText,
        versions,
        lines: z
          .array(
            z.object({
              label: z.string(),
              depth: z.union([z.literal(1), z.literal(2)]),
              words,
              written: storedText,
              language: z.string().optional(),
            }),
          )
          .optional(),
        text: z.string(),
        composed: z.string(),
        open: z.array(placeholder),
        standing: z.enum(['notAsked', 'pending', 'adopted', 'adoptedAsAmended', 'changed']),
      }),
    ),
  }),
)

/** The sections of an adopted report, as its row keeps them. Throws on another shape. */
export const readKept = (stored: unknown): SectionView[] => KeptSections.parse(stored)

const IssuedParagraphs = z.array(
  z.object({ key: z.string(), number: z.number(), textHash: z.string() }),
)

/** A paragraph of an issued part: its number there, and the SHA-256 of its composed text. */
export type IssuedParagraph = z.infer<typeof IssuedParagraphs>[number]

/** The paragraphs of an issued part, as its row keeps them. Throws on another shape. */
export const readIssuedParagraphs = (stored: unknown): IssuedParagraph[] =>
  IssuedParagraphs.parse(stored)

/** The copy of its paragraphs that a part keeps when it is issued. */
export const issuedParagraphs = (sections: readonly SectionView[]): IssuedParagraph[] =>
  paragraphsIn(sections).map(({ key, number, composed }) => ({
    key,
    number,
    textHash: sha256(composed),
  }))

/** The whole text of a report, of which the hash is taken: headings and numbered paragraphs. */
export const wholeText = (sections: readonly SectionView[]): string =>
  sections
    .flatMap(({ label, heading, paragraphs }) => [
      `${label} ${heading}`,
      ...paragraphs.map(({ number, text }) => `${number}. ${text}`),
    ])
    .join('\n')
