import { orNotFound } from '@/lib/errors'

/** The number that a part of an address says; refuses anything else as an address that does not exist. */
export const readNumber = (part: string | undefined): number =>
  Number(orNotFound(part && /^[1-9]\d{0,5}$/.test(part) ? part : null))
