import { castDelegations, castOfficers } from '@/lib/demonstration/cast'

/** The password of all people of the demonstration, which is served on a loopback address only. */
export const DEMONSTRATION_PASSWORD = 'open the reading room'

type DemonstrationPerson = { name: string; email: string; password: string; role: string }

const person = (someone: { name: string; email: string }, role: string): DemonstrationPerson => ({
  name: someone.name,
  email: someone.email,
  password: DEMONSTRATION_PASSWORD,
  role,
})

/** Everyone who can sign in to the demonstration: those with an office first, then the delegations. */
export const demonstrationPeople: readonly DemonstrationPerson[] = [
  person(castOfficers.secretariat, 'Secretariat'),
  person(castOfficers.rapporteur, 'Rapporteur'),
  person(castOfficers.chair, 'Chair'),
  person(castOfficers.viceChair, 'Vice-Chair'),
  person(castOfficers.bureau, 'Reader for the extended Bureau'),
  ...Object.values(castDelegations).flatMap(({ name, people }) =>
    Object.values(people).map((member) =>
      person(member, `${name}, ${member.role}${member.maySubmit ? ', may submit' : ''}`),
    ),
  ),
]
