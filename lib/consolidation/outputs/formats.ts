/** The parts of a consolidated list for export. */
export const outputWhats = ['list', 'concordance', 'decisions'] as const
type OutputWhat = (typeof outputWhats)[number]

/** In which forms. */
export const outputFormats = ['docx', 'pdf', 'html', 'csv', 'xlsx', 'json'] as const
export type OutputFormat = (typeof outputFormats)[number]

/** A request for a part of the list, in a form, with or without the names of States. */
export type OutputAsked = {
  what: OutputWhat
  format: OutputFormat
  /** The list with its sources; the concordance with the names of States. */
  attribution: boolean
  /** The concordance as CSV: from items to sources, or from sources to outcomes. */
  way: 'items' | 'sources'
}

/**
 * The output that an address asks for, or null for an unknown one. The list names States in every form only on request;
 * the concordance names them unless the address says no.
 */
export function askedOf(search: URLSearchParams): OutputAsked | null {
  const what = outputWhats.find((option) => option === (search.get('what') ?? 'list'))
  const format = outputFormats.find((option) => option === (search.get('format') ?? 'html'))
  if (!what || !format) return null
  const attribution = search.get('attribution')
  const names = what === 'concordance'
  return {
    what,
    format,
    attribution: attribution === 'with' || (attribution !== 'without' && names),
    way: search.get('way') === 'sources' ? 'sources' : 'items',
  }
}

/** The same as the end of an address, without defaults. */
export function askedQuery({
  what = 'list',
  format,
  attribution,
  way,
}: Partial<OutputAsked>): string {
  const query = new URLSearchParams({
    ...(what !== 'list' && { what }),
    ...(format && format !== 'html' && { format }),
    ...(attribution !== undefined && { attribution: attribution ? 'with' : 'without' }),
    ...(way === 'sources' && { way }),
  })
  return query.size > 0 ? `?${query}` : ''
}
