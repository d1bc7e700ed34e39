import { expect, test } from 'vitest'
import { z } from 'zod'

// Names, titles and remarks that people enter. The wording of a text (`text`, `body`) is checked by parseDocument.
const CHECKED =
  /^(name|title|place|newHeading|heading|agendaTitle|honorific|symbol|scope|reason|passage|explanation)$/

const hostile = {
  'hidden tags': `Agreed${String.fromCodePoint(0xe0041)}`,
  'a row of invisible characters': `Agreed${'\u200B'.repeat(20)}`,
  'marks piled on a letter': `A${'\u0351'.repeat(200)}`,
  'a turned direction': 'Agreed \u202Ewon',
  'an open isolate': 'Agreed \u2067now',
}

const modules = import.meta.glob<Record<string, unknown>>('/lib/**/schema.ts', { eager: true })

/** The object that a schema checks, behind its refinements and transforms. */
function shapeOf(schema: unknown): Record<string, z.ZodType> {
  if (schema instanceof z.ZodObject) return schema.shape
  if (schema instanceof z.ZodPipe) return shapeOf(schema.in)
  return {}
}

const fields = Object.entries(modules).flatMap(([file, exported]) =>
  Object.entries(exported).flatMap(([name, schema]) =>
    Object.entries(shapeOf(schema))
      .filter(([key]) => CHECKED.test(key))
      .map(([key, field]) => [`${file} ${name}.${key}`, field] as const),
  ),
)

test('many schemas take a name, a title or a remark', () => {
  expect(fields.length).toBeGreaterThan(25)
})

test.each(fields)('%s follows the one rule of texts', (_, field) => {
  const taken = Object.entries(hostile).filter(([, text]) => field.safeParse(text).data)
  expect(taken.map(([kind]) => kind)).toEqual([])
})
