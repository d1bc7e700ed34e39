import { z } from 'zod'

const Names = z.record(z.string(), z.string())

/** The names of an entity in the six languages, from its JSON column; those that it lacks have no entry. */
export const readNames = (stored: unknown): Record<string, string> => Names.parse(stored)

/** All other names of an entity: in the six languages, and its formal one. */
export const namesOf = ({
  names,
  formalName,
}: {
  names: unknown
  formalName: string | null
}): string[] => [...Object.values(readNames(names)), ...(formalName ? [formalName] : [])]
