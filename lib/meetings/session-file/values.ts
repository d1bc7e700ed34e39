import { z } from 'zod'
import { optionalName, plainLine, requiredName } from '@/lib/text/line'

/** A day; a time behind it is dropped. */
export const date = z
  .string('date')
  .transform((value) => value.replace(/T\d\d:\d\d(:\d\d(\.\d+)?)?Z?$/, ''))
  .pipe(z.iso.date('date'))
/** An hour at the seat; a day before it is dropped, as it stands beside. */
export const hour = z
  .string('hour')
  .transform((value) => value.replace(/^\d{4}-\d\d-\d\dT(\d\d:\d\d)(:\d\d)?$/, '$1'))
  .pipe(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'hour'))
export const count = z.number('number').int('number').min(0, 'number')
export const year = z.number('number').int('number').min(1945, 'number').max(2999, 'number')
export const name = requiredName(300)
export const line = optionalName(300).default('')
export const list = <Item extends z.ZodType>(item: Item) =>
  z.array(item, 'list').max(5_000).default([])
export const number = z.number('number').int('number').min(1, 'number').max(999, 'number')

/** An agenda item as everybody writes it: 2, "2", "1 (a)" or "1a". */
export const item = z
  .union([z.number(), z.string()], 'item')
  .transform((value) =>
    String(value)
      .replace(/[\s().]/g, '')
      .toLowerCase(),
  )
  .refine((value) => /^[1-9]\d?[a-z]{0,2}$/.test(value), 'item')

export const words = plainLine(10_000).default('')
