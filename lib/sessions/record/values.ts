import { printDate, printSeatTime } from '@/lib/clock'

type Data = Record<string, string | number>

/** What a correction of the register changed; a title that not everybody may read is changed without its words. */
type Correction = 'title' | 'date' | 'both' | 'titleUntold' | 'bothUntold'

/** The values of an act's sentence: instants and days are written as pages write them. `because`: the act has a reason. */
export const sentenceValues = (event: string, data: Data): Data => ({
  ...data,
  because: data.reason ? 'yes' : 'no',
  ...(typeof data.until === 'string' && { until: printSeatTime(new Date(data.until)) }),
  ...Object.fromEntries(
    ['date', 'dateBefore'].flatMap((name) => {
      const day = data[name]
      return typeof day === 'string' ? [[name, printDate(new Date(day))]] : []
    }),
  ),
  ...(event === 'document.corrected' && { change: correctionOf(data) }),
})

/** Entries of earlier versions say "no" of a title that was not told, changed or not. */
function correctionOf({ titled, titleBefore, title, dateBefore, date }: Data): Correction {
  const isDated = dateBefore !== date
  if (titled === 'yes' && titleBefore !== title) return isDated ? 'both' : 'title'
  if (titled === 'untold') return isDated ? 'bothUntold' : 'titleUntold'
  return isDated ? 'date' : 'titleUntold'
}
