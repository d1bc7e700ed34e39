import type { Amending } from './amending'

/** A text of twelve sentences, each with a figure, a verb and a noun that others may want otherwise. */
export const LONG_TEXT = [
  'Member States should designate a contact point that replies to requests within 72 hours.',
  'They should keep electronic evidence for at least 90 days after a request.',
  'Competent authorities should share information directly where their laws allow it.',
  'Each State should train 50 investigators every year.',
  'Service providers should preserve data without delay.',
  'Joint investigations should be considered in cases that involve several States.',
  'Requests should be sent in a language that the receiving State accepts.',
  'The costs of ordinary requests should be borne by the requested State.',
  'States should report to the Expert Group once a year.',
  'Law-enforcement authorities should respect human rights and the rule of law.',
  'Technical assistance should be given to developing countries on request.',
  'The Expert Group should review these measures before 30 June 2025.',
].join(' ')

const wishes: [string, string[]][] = [
  ['72 hours', ['seven days', '48 hours', '24 hours', 'one week']],
  ['designate', ['name', 'appoint']],
  ['at least 90 days', ['at least 180 days', 'one year']],
  ['directly', ['directly and without delay', 'through their central authorities']],
  ['50 investigators', ['100 investigators', '50 investigators and prosecutors']],
  ['preserve data', ['preserve all data', 'keep data']],
  ['should be considered', ['are encouraged', 'should be preferred']],
  ['accepts', ['has accepted', 'has notified']],
  ['borne by the requested State', ['borne by the requesting State', 'shared']],
  ['once a year', ['every two years', 'at each session']],
  ['Law-enforcement authorities', ['Law-making authorities', 'All authorities']],
  ['developing countries', ['all States', 'least developed countries']],
  ['30 June 2025', ['31 December 2025', '30 June 2026']],
]

/** Forty suggestions by eight States over `LONG_TEXT`: each changes two places, many of them the same ones. */
export async function suggestsMany({ cast, releases }: Amending, text = LONG_TEXT): Promise<void> {
  const { belmara, corvina, doranta, estavia, fenmark, ghadira, haishan, ilmara } = cast
  const heads = [belmara, corvina, doranta, estavia, fenmark, ghadira, haishan, ilmara].map(
    ({ head }) => head,
  )
  for (let turn = 0; turn < 40; turn += 1) {
    const change = (whole: string, step: number) => {
      const [words, replacements] = wishes[(turn * 3 + step * 5) % wishes.length]!
      return whole.replace(words, replacements[(turn + step) % replacements.length]!)
    }
    await releases(heads[turn % heads.length]!, {
      text: change(change(text, 0), 1),
      reason: `Reason ${turn + 1}: these words are those of our law.`,
    })
  }
}
