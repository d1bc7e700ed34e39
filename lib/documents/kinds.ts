/** The closed lists of documents, as the schema has them. */

export const documentSeries = ['plain', 'crp', 'inf', 'l', 'ngo', 'wp'] as const
export type DocumentSeries = (typeof documentSeries)[number]

export const documentKinds = [
  'annotatedAgenda',
  'organizationOfWork',
  'draftReport',
  'report',
  'preliminaryList',
  'consolidatedList',
  'concordance',
  'decisions',
  'snapshot',
  'participants',
  'circulationLetter',
  'comments',
  'paper',
] as const
export type DocumentKind = (typeof documentKinds)[number]

export const distributions = ['general', 'limited', 'restricted'] as const
export type Distribution = (typeof distributions)[number]

/** The steps of a document on its way to issue, in their order. */
export const documentSteps = ['submitted', 'edited', 'translated'] as const
export type DocumentStep = (typeof documentSteps)[number]

/** In which series a document of a kind gets its number, unless somebody says otherwise. */
export const usualSeries: Record<DocumentKind, DocumentSeries> = {
  annotatedAgenda: 'plain',
  organizationOfWork: 'crp',
  draftReport: 'l',
  report: 'plain',
  preliminaryList: 'crp',
  consolidatedList: 'crp',
  concordance: 'crp',
  decisions: 'crp',
  snapshot: 'crp',
  participants: 'inf',
  circulationLetter: 'inf',
  comments: 'crp',
  paper: 'crp',
}

/** A series' distribution: L papers are limited. */
export const usualDistribution = (series: DocumentSeries): Distribution =>
  series === 'l' ? 'limited' : 'general'
