import { addDays } from 'date-fns/addDays'
import { addAddressees } from '@/lib/circulation/addressees/commands'
import { createCirculation, openCirculation } from '@/lib/circulation/commands'
import { db } from '@/lib/db/client'
import type { Scenario } from './scenario'

/** The steps by which the Secretariat sends a list out for comments. `about` is asked at each step. */
export function preparing(about: () => { cast: Scenario; listId: string; id: string }) {
  const content = () => ({
    title: 'Comments on the preliminary list',
    letter: 'Dear {contact}, {name} is asked to comment on {lists} until {deadline}: {address}',
    languages: ['en' as const],
    lists: [about().listId],
    postingRule: 'atDeadline' as const,
    postAt: null,
    openUntil: addDays(new Date(), 30),
    remindDays: [14, 3, 1],
  })
  return {
    content,
    creates: (actor = about().cast.secretariat) =>
      createCirculation(actor, { id: about().id, slug: about().cast.session.slug, ...content() }),
    asks: (kinds: ('memberState' | 'nonGovernmental')[], entities: string[] = []) =>
      addAddressees(about().cast.secretariat, { id: about().id, kinds, entities }),
    opens: (version = 1) => openCirculation(about().cast.secretariat, { id: about().id, version }),
    letters: (kind: string) =>
      db.circulationLetter.findMany({
        where: { circulationId: about().id, kind: { startsWith: kind } },
        include: { mail: true, delegation: { select: { name: true } } },
      }),
  }
}
