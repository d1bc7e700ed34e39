/** A column of a spreadsheet: its title and its cell of a row. `width` is in characters. */
export type Column<Row> = {
  title: string
  value: (row: Row) => string | number | null | undefined
  width?: number
}

/** The words of one cell. */
export const cellText = <Row>(column: Column<Row>, row: Row): string =>
  String(column.value(row) ?? '')
