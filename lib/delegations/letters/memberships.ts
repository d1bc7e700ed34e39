import 'server-only'
import { ordinalWord, printDateRange } from '@/lib/clock'
import type { Tx } from '@/lib/db/client'
import type { MailToSend } from '@/lib/mail/enqueue'
import { addressOf, letters } from '@/lib/mail/letters'
import { paths } from '@/lib/paths'
import type { OfficeKind } from '@/lib/delegations/kinds'

type Recipient = { email: string; name: string }

/** The facts of a session that a letter names. */
export type LetterSession = {
  /** "sixth session of the … (Vienna, 27–29 July 2020)" */
  event: string
  /** "Sixth session", with which a subject begins. */
  short: string
  slug: string
}

/** The session as letters name it. */
export async function letterSession(tx: Pick<Tx, 'session'>, id: string): Promise<LetterSession> {
  const { ordinal, slug, place, startsOn, endsOn, group } = await tx.session.findUniqueOrThrow({
    where: { id },
    include: { group: { select: { name: true, eventWord: true } } },
  })
  const dates = printDateRange(startsOn, endsOn)
  return {
    short: shortName({ ordinal, eventWord: group.eventWord }),
    event: `${ordinalWord(ordinal)} ${group.eventWord} of the ${group.name} (${place}, ${dates})`,
    slug,
  }
}

/** "Sixth session", as subjects name it. */
export function shortName({ ordinal, eventWord }: { ordinal: number; eventWord: string }): string {
  const word = ordinalWord(ordinal)
  return `${word.charAt(0).toUpperCase()}${word.slice(1)} ${eventWord}`
}

/** The letter about a person's seat in a delegation and how to sign in. Contains no secret. */
export function placeLetter(
  { email, name }: Recipient,
  place: { delegation: string; maySubmit: boolean },
  { event, slug }: LetterSession,
): MailToSend {
  const t = letters()
  const { delegation } = place
  const maySubmit = place.maySubmit ? 'yes' : 'no'
  const address = addressOf(paths.session(slug))
  return {
    recipient: email,
    subject: t('placeGiven.subject', { delegation }),
    text: t('placeGiven.text', { name, email, delegation, maySubmit, event, address }),
  }
}

/** The letter about a person's office and how to sign in. Contains no secret. */
export function officeLetter(
  { email, name }: Recipient,
  office: OfficeKind,
  { event, slug }: LetterSession,
): MailToSend {
  const t = letters()
  const address = addressOf(paths.session(slug))
  return {
    recipient: email,
    subject: t('officeGiven.subject', { office }),
    text: t('officeGiven.text', { name, email, office, event, address }),
  }
}

/** How the powers of the Chair passed to the recipient, or away from them. */
export type PowersChange = 'given' | 'takenBack' | 'returned'

/** The letter to the person who now presides with the powers of the Chair, or does not any more; `other` had them, or gave them. */
export function powersLetter(
  { email, name }: Recipient,
  { change, other, scope = '' }: { change: PowersChange; other: string; scope?: string },
  { event, short, slug }: LetterSession,
): MailToSend {
  const t = letters()
  const values = {
    change,
    name,
    other,
    event,
    session: short,
    scope: scope ? 'some' : 'none',
    words: scope,
    address: addressOf(paths.session(slug)),
  }
  return {
    recipient: email,
    subject: t('powers.subject', values),
    text: t('powers.text', values),
  }
}
