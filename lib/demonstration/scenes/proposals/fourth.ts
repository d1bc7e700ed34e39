import type { DemonstrationProposal } from '@/lib/demonstration/scenes/proposal'

/** Suggested at the demonstration's fourth session. */
export const proposalsFourth: readonly DemonstrationProposal[] = [
  {
    by: 'estavia',
    agenda: '2',
    kind: 'recommendation',
    language: 'en',
    revisions: [
      {
        text: 'Member States should review their laws on cybercrime at regular intervals, so that definitions describe conduct and not particular devices or programs, and so that a change of technology alone does not open a gap in the law.',
      },
    ],
    coSponsors: ['fenmark', 'ilmara'],
  },
  {
    by: 'belmara',
    agenda: '2',
    kind: 'recommendation',
    language: 'fr',
    revisions: [
      {
        text: 'Les États Membres devraient associer les parquets, les juges et les services d’enquête à la préparation de toute loi relative à la cybercriminalité, afin que les pouvoirs prévus puissent être exercés dans la pratique et contrôlés par une autorité indépendante.',
      },
    ],
    coSponsors: ['ilmara'],
  },
  {
    by: 'arvenia',
    agenda: '2',
    kind: 'conclusion',
    language: 'en',
    revisions: [
      {
        text: 'Laws on cybercrime work best where they rest on definitions that are shared across borders, since a request for assistance often fails when the conduct is described differently in the two States concerned.',
      },
    ],
  },
  {
    by: 'doranta',
    agenda: '3',
    kind: 'recommendation',
    language: 'ru',
    revisions: [
      {
        text: 'Государствам-членам следует установить уголовную ответственность за создание и распространение программ, предназначенных главным образом для совершения преступлений, предусмотрев при этом исключение для добросовестных исследований в области безопасности.',
      },
    ],
  },
  {
    by: 'corvina',
    agenda: '3',
    kind: 'recommendation',
    language: 'es',
    revisions: [
      {
        text: 'Los Estados Miembros deberían tipificar el acceso ilícito a los sistemas informáticos con independencia de que se haya causado un daño, y prever penas proporcionales a la gravedad de la conducta.',
      },
    ],
    coSponsors: ['estavia', 'arvenia'],
  },
  {
    by: 'fenmark',
    agenda: '3',
    kind: 'recommendation',
    language: 'en',
    revisions: [
      {
        text: 'Member States should make sure that attempts, and help given to others, are covered by the offences they establish, in particular where services for committing offences are sold to persons without technical knowledge.',
      },
    ],
  },
]
