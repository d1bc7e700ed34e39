import { z } from 'zod'

const Names = z.record(z.string(), z.string())

/** The names of an entity in the six languages, from its JSON column; those that it lacks have no entry. */
export const readNames = (stored: unknown): Record<string, string> => Names.parse(stored)
