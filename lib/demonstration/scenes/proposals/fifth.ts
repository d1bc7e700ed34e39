import type { DemonstrationProposal } from '@/lib/demonstration/scenes/proposal'

/** Suggested at the demonstration's fifth session. */
export const proposalsFifth: readonly DemonstrationProposal[] = [
  {
    by: 'arvenia',
    agenda: '2',
    kind: 'recommendation',
    language: 'en',
    revisions: [
      {
        text: 'Member States should train investigators and prosecutors together, from the first day of an investigation, so that both know what the other needs in order to bring a case before a court.',
      },
      {
        text: 'Member States should train investigators, prosecutors and judges together, from the first day of an investigation, so that each knows what the others need in order to bring a case before a court.',
        reason: 'Judges are added, as several delegations asked.',
      },
    ],
    coSponsors: ['belmara', 'estavia'],
    comments: [
      {
        by: 'ilmara',
        position: 'supports',
        text: 'We support this text. Joint training has shortened the time between seizure and trial in our courts.',
      },
    ],
  },
  {
    by: 'ghadira',
    agenda: '2',
    kind: 'recommendation',
    language: 'ar',
    revisions: [
      {
        text: 'ينبغي للدول الأعضاء أن تنشئ وحدات متخصصة للتحقيق في الجرائم السيبرانية، وأن تزودها بما يكفي من الموارد والمعدات، وأن تحافظ على الخبرات المكتسبة فيها.',
      },
    ],
    coSponsors: ['haishan'],
  },
  {
    by: 'fenmark',
    agenda: '2',
    kind: 'recommendation',
    language: 'en',
    revisions: [
      {
        text: 'Each Member State should name a contact point that answers requests for the preservation of data at any hour, and should tell all other Member States when the name or the address of that contact point changes.',
      },
    ],
    coSponsors: ['arvenia', 'corvina', 'ilmara'],
  },
  {
    by: 'haishan',
    agenda: '2',
    kind: 'recommendation',
    language: 'zh',
    revisions: [
      {
        text: '会员国应当鼓励执法机关与网络服务提供者建立固定的联系渠道，明确保存数据请求的格式和答复期限，并定期交流经验。',
      },
    ],
  },
  {
    by: 'belmara',
    agenda: '2',
    kind: 'conclusion',
    language: 'fr',
    revisions: [
      {
        text: 'Le secret de l’instruction et la protection de la vie privée ne s’opposent pas à une enquête efficace : des règles claires sur l’accès aux données donnent confiance aux victimes comme aux fournisseurs de services.',
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
        text: 'Los Estados Miembros deberían adoptar normas sobre la cadena de custodia de las pruebas electrónicas, que permitan a un tribunal comprobar quién tuvo acceso a ellas y si fueron alteradas.',
      },
    ],
    coSponsors: ['fenmark'],
  },
  {
    by: 'ilmara',
    agenda: '3',
    kind: 'recommendation',
    language: 'en',
    revisions: [
      {
        text: 'Member States should help one another to set up laboratories for the examination of digital devices that several States may share, where a laboratory of its own would be beyond the means of a single State.',
      },
    ],
    coSponsors: ['belmara', 'ghadira'],
  },
  {
    by: 'doranta',
    agenda: '3',
    kind: 'recommendation',
    language: 'ru',
    revisions: [
      {
        text: 'Государствам-членам следует согласовать единую форму запроса о сохранении электронных доказательств, чтобы сократить время подготовки таких запросов и число отказов по формальным основаниям.',
      },
    ],
  },
  {
    by: 'estavia',
    agenda: '3',
    kind: 'recommendation',
    language: 'en',
    revisions: [
      {
        text: 'Courts should be able to admit electronic evidence that was obtained in another State under that State’s law, provided that the rights of the defence are respected and that its integrity can be examined.',
      },
    ],
  },
  {
    by: 'arvenia',
    agenda: '3',
    kind: 'recommendation',
    language: 'en',
    revisions: [
      {
        text: 'Member States should keep figures on the time that requests for electronic evidence take, from sending to answer, and should share these figures with the Expert Group.',
      },
    ],
    withdrawn: 'Covered by the wider text of Fenmark.',
  },
]
