import { printedText, type ReportSection } from '@/lib/report/paragraphs/paragraph'

/** A paragraph that the report does without, as the facts would print it now. */
export type OmissionView = {
  key: string
  /** The heading of its section. */
  heading: string
  /** Empty once the facts give no such paragraph. */
  text: string
  reason: string
  by: string
  leftOutAt: Date
}

/** An omission as its row keeps it. */
export type OmissionRow = {
  key: string
  reason: string
  leftOutAt: Date
  leftOutBy: { name: string }
}

/** The omissions, in the order of the report. */
export function viewOmissions(
  sections: readonly ReportSection[],
  rows: readonly OmissionRow[],
): OmissionView[] {
  const places = sections.flatMap(({ heading, paragraphs }) =>
    paragraphs.map((paragraph) => ({ heading, paragraph })),
  )
  const placeOf = ({ key }: OmissionRow) =>
    places.findIndex(({ paragraph }) => paragraph.key === key)
  return rows
    .map((row) => ({ row, place: placeOf(row) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ row: { key, reason, leftOutAt, leftOutBy }, place }) => ({
      key,
      heading: places[place]?.heading ?? '',
      text: places[place] ? printedText(places[place].paragraph) : '',
      reason,
      by: leftOutBy.name,
      leftOutAt,
    }))
}
