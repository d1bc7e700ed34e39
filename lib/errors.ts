/** Why an act is refused: an expected answer to a person, not a defect of the program. */
export type RefusalReason = 'not-found' | 'forbidden' | 'closed' | 'conflict' | 'invalid'

/**
 * An expected refusal. `key` is one of `messages/<locale>.json` under `refusals`, or under `invalid` where the schema of
 * a form refuses the same, with its values, so that it reads in every language; it never carries the text of a draft.
 * `field` names the input that it stands beside. Everything else that is thrown is a defect.
 */
export class Refused extends Error {
  override readonly name = 'Refused'

  constructor(
    readonly reason: RefusalReason,
    readonly key: string,
    readonly values: Record<string, string | number> = {},
    readonly field?: string,
  ) {
    super(key)
  }
}

/** Refuses with `forbidden` unless the policy allowed it: the one line between load and write. */
export function authorize(allowed: boolean, key: string): asserts allowed {
  if (!allowed) throw new Refused('forbidden', key)
}

/** Returns the row. Refuses with `not-found` if there is none: a row that may not be seen is answered alike. */
export function orNotFound<T>(row: T | null | undefined, key = 'notFound'): T {
  if (row === null || row === undefined) throw new Refused('not-found', key)
  return row
}

/** Refuses with `not-found` unless the condition holds, as for a missing object. */
export function assertFound(condition: unknown): asserts condition {
  if (!condition) throw new Refused('not-found', 'notFound')
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** An identifier from an address; an invalid one is answered as not found. */
export function asId(value: string | undefined): string {
  if (!value || !UUID.test(value)) throw new Refused('not-found', 'notFound')
  return value.toLowerCase()
}
