/** The forms in which a compilation is written. */
export const compilationFormats = ['docx', 'xlsx', 'csv', 'html', 'json'] as const
export type CompilationFormat = (typeof compilationFormats)[number]
