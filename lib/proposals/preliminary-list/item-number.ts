/** "1 (b)": the number of an item as desk, console, screen and paper write it; '' for one without. */
export const itemNumber = ({
  paragraph,
  letter,
}: {
  paragraph: number | null
  letter: string | null
}): string => (paragraph === null ? '' : letter ? `${paragraph} (${letter})` : String(paragraph))

/** The number that the paper of an imported item prints, or null if it equals `number`, its number on the list here. */
export const differentPrintedNumber = (
  number: string,
  importedNumber: string | null,
): string | null => (importedNumber === number ? null : importedNumber)
