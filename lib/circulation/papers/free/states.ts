import { folded } from '@/lib/circulation/forms/reading/recognize'
import { oneLine } from '@/lib/circulation/forms/reading/returned'

const BETWEEN = /[,;/\n、，；،؛&]+|\s(?:and|et|y|и|و)\s/u

/** The names in a cell of States: "EU, Belmara and Corvina" are three. A name that holds such a word stays two. */
export const namesIn = (cell: string): string[] => cell.split(BETWEEN).map(oneLine).filter(Boolean)

/** Whether a cell of States names nobody but the delegation whose paper it is. */
export const isOwnState = (cell: string, own: string): boolean =>
  folded(cell) === folded(own) || namesIn(cell).every((name) => folded(name) === folded(own))
