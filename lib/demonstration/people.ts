import 'server-only'
import type { OfficeKind, RepresentativeRole } from '@/lib/delegations/kinds'
import { DEMONSTRATION_PASSWORD } from '@/lib/demonstration/sign-in-people'
import { castDelegations, castOfficers } from '@/lib/demonstration/cast'
import { isDemonstration } from '@/lib/sessions/demonstration'

/** The people who can sign in to the demonstration, and their common password. */
export type DemonstrationPeople = {
  password: string
  /** The three people of the tour for newcomers, in this order. */
  tour: { name: string; email: string; part: TourPart }[]
  officers: { name: string; email: string; office: OfficeKind }[]
  delegations: {
    name: string
    people: { name: string; email: string; role: RepresentativeRole; maySubmit: boolean }[]
  }[]
}

/** The role of a newcomer as one of the three. */
type TourPart = 'delegate' | 'rapporteur' | 'chair'

const tour: readonly (readonly [TourPart, { name: string; email: string }])[] = [
  ['delegate', castDelegations.arvenia.people.head],
  ['rapporteur', castOfficers.rapporteur],
  ['chair', castOfficers.chair],
]

/** The people of the demonstration; null on every other installation. */
export function findDemonstrationPeople(): DemonstrationPeople | null {
  if (!isDemonstration()) return null
  return {
    password: DEMONSTRATION_PASSWORD,
    tour: tour.map(([part, { name, email }]) => ({ part, name, email })),
    officers: Object.values(castOfficers).map(({ name, email, kind }) => ({
      name,
      email,
      office: kind,
    })),
    delegations: Object.values(castDelegations).map(({ name, people }) => ({
      name,
      people: Object.values(people).map((person) => ({
        name: person.name,
        email: person.email,
        role: person.role,
        maySubmit: person.maySubmit,
      })),
    })),
  }
}
