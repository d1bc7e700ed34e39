import { folded } from '@/lib/circulation/forms/reading/recognize'
import { oneLine } from '@/lib/text/one-line'

const BETWEEN = /[,;/\n、，；،؛&]+|\s(?:and|et|y|и|و)\s/u

/** The names in a cell of States: "EU, Belmara and Corvina" are three. A name that holds such a word stays two. */
export const namesIn = (cell: string): string[] => cell.split(BETWEEN).map(oneLine).filter(Boolean)

/** The scope of a cell of States: the paper's delegation alone, that delegation among several, or others alone. */
export function scopeIn(cell: string, delegation: string): 'own' | 'several' | 'others' {
  if (folded(cell) === folded(delegation)) return 'own'
  const areOwn = namesIn(cell).map((name) => folded(name) === folded(delegation))
  return areOwn.every(Boolean) ? 'own' : areOwn.some(Boolean) ? 'several' : 'others'
}
