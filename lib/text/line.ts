import { z } from 'zod'
import { findForbiddenCharacter, isBlank } from '@/lib/text/characters'

/** One line or a few of plain text that a person types: trimmed, limited, without hidden characters. */
export const plainLine = (limit: number) =>
  z
    .string()
    .trim()
    .max(limit, 'tooLong')
    .refine((text) => findForbiddenCharacter(text) === null, 'forbiddenCharacter')

/** The same where something must be typed; spaces and invisible characters are nothing. */
export const requiredLine = (limit: number) =>
  plainLine(limit).refine((text) => !isBlank(text), 'required')
