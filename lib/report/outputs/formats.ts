/** The forms in which a report leaves: data, pages, Word, PDF and Akoma Ntoso. */
export const reportFormats = ['json', 'html', 'docx', 'pdf', 'akn'] as const
export type ReportFormat = (typeof reportFormats)[number]

export const readFormat = (name: string | null | undefined): ReportFormat | undefined =>
  reportFormats.find((format) => format === name)
