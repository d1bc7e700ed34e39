import 'server-only'
import { readTyped } from '@/lib/text/search/typed'
import { Prisma } from './generated/client'

/** The typed words as the query (`tsquery`) by which every search and every list looks into the index. */
export function typedQuery(typed: string): Prisma.Sql {
  const { words, phrases } = readTyped(typed)
  return Prisma.sql`search_query(${words}, ${phrases}::text[])`
}

/** The typed number or symbol for comparison: its letters and digits. */
export const typedLabel = (typed: string): Prisma.Sql =>
  Prisma.sql`search_label(${readTyped(typed).label})`

/** The words of a query (`wanted`), and whether any word that begins so counts: as a CTE named `terms`. */
export const termsSql = (query: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT DISTINCT match[1] AS wanted, match[2] IS NOT NULL AS begins,
    CASE WHEN match[1] ~ '^[\\u3005\\u3007\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF\\U00020000-\\U0003FFFF]'
      THEN length(match[1]) - 1 ELSE 0 END AS more
  FROM regexp_matches(${query}::text, '''([^'']+)''(:\\*)?', 'g') AS match`

/**
 * The places in the text of an entry (`e`) at which `terms` find a word, as lib/text/search/marks.ts counts them; of a
 * Chinese pair both characters.
 */
export const placesSql = Prisma.sql`ARRAY(
  SELECT DISTINCT place + also FROM unnest(e.vector) AS entry
  JOIN terms ON CASE WHEN begins THEN lexeme ^@ wanted ELSE lexeme = wanted END,
    unnest(positions) AS place, generate_series(0, more) AS also)`
