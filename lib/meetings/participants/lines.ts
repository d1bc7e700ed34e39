import { honorificOf } from '@/lib/meetings/panellists/lines'

/** A person as credentials name one. */
export type Accredited = { honorific: string; name: string; title: string }

/** Reads "Ms. Amara Voss, Counsellor, Permanent Mission": the form of address, the name, and after the first comma the title. */
export function readAccredited(line: string): Accredited | null {
  const bare = line.trim().replace(/^(?:[-–•*]|\d+[.)])\s+/, '')
  const honorific = honorificOf(bare)
  const [name = '', ...title] = bare.slice(honorific.length).split(',')
  if (name.trim() === '') return null
  return { honorific: honorific.trim(), name: name.trim(), title: title.join(',').trim() }
}

/** The person as a line that `readAccredited` reads again. */
export const printAccredited = ({ honorific, name, title }: Accredited): string =>
  `${honorific} ${name}`.trim() + (title && `, ${title}`)
