import type { DemonstrationProposal } from '@/lib/demonstration/scenes/proposal'

/** Suggested so far at the demonstration's sixth session under "International cooperation". */
export const proposalsOnCooperation: readonly DemonstrationProposal[] = [
  {
    by: 'arvenia',
    agenda: '2',
    kind: 'recommendation',
    language: 'en',
    revisions: [
      {
        text: 'Member States should answer urgent requests for the preservation of electronic evidence without delay, and should name a contact point that can be reached at any hour.',
        explanation:
          'Data that is needed as evidence is often kept for some days only. A request that waits for a working day may come too late.',
      },
      {
        text: 'Member States should answer urgent requests for the preservation of electronic evidence within 48 hours, and should name a contact point that can be reached at any hour of the day.',
        reason: 'A time limit is given in place of the words “without delay”.',
        explanation:
          'Data that is needed as evidence is often kept for some days only. A request that waits for a working day may come too late.',
      },
      {
        text: 'Member States should answer urgent requests for the preservation of electronic evidence within 24 hours where life is in danger and within 72 hours in other cases, and should name a contact point that can be reached at any hour of the day.',
        reason: 'Two limits, after the comments of Doranta and Ilmara.',
        explanation:
          'Data that is needed as evidence is often kept for some days only. A request that waits for a working day may come too late.',
      },
    ],
    coSponsors: ['fenmark', 'ilmara', 'belmara'],
    comments: [
      {
        by: 'doranta',
        category: 'substantive',
        position: 'supportsWithChange',
        text: 'We can support a limit. It should mind the time that an authority with few staff needs, and it should say what happens when the limit cannot be kept.',
        passage: 'within 72 hours in other cases',
      },
      {
        by: 'ilmara',
        position: 'supports',
        text: 'Our delegation joins this proposal. The distinction between danger to life and other cases is right.',
      },
      {
        by: 'ghadira',
        position: 'question',
        text: 'Does the contact point need the power to order preservation itself, or is it enough that it passes the request on?',
        passage: 'a contact point that can be reached at any hour of the day',
      },
      {
        by: 'arvenia',
        position: 'none',
        text: 'It is enough that it passes the request on. Who may order preservation is a matter of national law.',
        answers: 2,
      },
      {
        by: 'organisation',
        position: 'none',
        text: 'The Council keeps a list of contact points that it would gladly make available.',
      },
    ],
    amendments: [
      {
        by: 'doranta',
        changes: [['within 72 hours in other cases', 'within seven days in other cases']],
        reason: 'An authority with few staff cannot keep a limit of three days at every season.',
        joinedBy: ['ghadira'],
        answers: [
          {
            by: 'arvenia',
            text: 'We understand the concern. A week is long for data that is kept for days; we will think of words between the two.',
          },
        ],
      },
      {
        by: 'estavia',
        changes: [
          ['within 72 hours in other cases', 'within 48 hours in other cases'],
          ['and should name a contact point', 'and should name and make known a contact point'],
        ],
        reason: 'Two days can be kept where the contact point is known to all.',
      },
      {
        by: 'corvina',
        changes: [
          ['and should name a contact point', 'and should name and make known a contact point'],
        ],
        reason: 'A contact point that nobody knows is of no use.',
        joinedBy: ['fenmark', 'ilmara'],
      },
    ],
  },
  {
    by: 'belmara',
    agenda: '2',
    kind: 'recommendation',
    language: 'fr',
    revisions: [
      {
        text: 'Les États Membres devraient désigner une autorité centrale chargée des demandes d’entraide relatives aux preuves électroniques et lui donner les moyens de répondre dans un délai raisonnable.',
      },
      {
        text: 'Les États Membres devraient désigner une autorité centrale chargée des demandes d’entraide relatives aux preuves électroniques, la faire connaître aux autres États Membres et lui donner les moyens de répondre dans un délai raisonnable.',
        reason: 'L’autorité désignée doit être connue des autres États.',
      },
    ],
    coSponsors: ['arvenia'],
    comments: [
      {
        by: 'estavia',
        position: 'supports',
        text: 'We support this proposal and note that it fits well with that of Arvenia.',
      },
    ],
  },
  {
    by: 'doranta',
    agenda: '2',
    kind: 'recommendation',
    language: 'ru',
    revisions: [
      {
        text: 'Государствам-членам следует заблаговременно сообщать друг другу о требованиях, предъявляемых их законодательством к содержанию запросов о взаимной правовой помощи, и по возможности принимать такие запросы в электронной форме.',
        explanation:
          'Значительная часть отказов связана с незнанием требований запрашиваемого государства.',
      },
    ],
    coSponsors: ['corvina', 'haishan'],
    comments: [
      {
        by: 'fenmark',
        position: 'supports',
        text: 'Acceptance of requests in electronic form would save weeks. We support it.',
      },
    ],
  },
  {
    by: 'haishan',
    agenda: '2',
    kind: 'recommendation',
    language: 'zh',
    revisions: [
      {
        text: '会员国应当在尊重国家主权和各国法律的基础上，简化跨境调取电子证据的程序，并为发展中国家提供培训和技术援助。',
      },
    ],
    coSponsors: ['doranta', 'ghadira'],
    comments: [
      {
        by: 'corvina',
        position: 'question',
        text: '¿Se refiere la propuesta también a las solicitudes que se dirigen directamente a los proveedores de servicios?',
      },
    ],
    amendments: [
      {
        by: 'ilmara',
        changes: [['培训和技术援助', '培训、设备和技术援助']],
        reason: 'Equipment is what is missing most often.',
      },
    ],
  },
  {
    by: 'corvina',
    agenda: '2',
    kind: 'recommendation',
    language: 'es',
    revisions: [
      {
        text: 'Los Estados Miembros deberían crear equipos conjuntos de investigación para los casos de ciberdelincuencia que afecten a varios Estados, y acordar de antemano cómo se compartirán las pruebas y los gastos.',
      },
    ],
    coSponsors: ['belmara', 'ilmara'],
  },
  {
    by: 'fenmark',
    agenda: '2',
    kind: 'recommendation',
    language: 'en',
    revisions: [
      {
        text: 'Member States should keep figures on the requests for electronic evidence that they send and receive, including the time from sending to answer and the grounds of refusal, and should share them with the Expert Group once a year.',
      },
    ],
    coSponsors: ['arvenia'],
    comments: [
      {
        by: 'doranta',
        category: 'substantive',
        position: 'doesNotSupport',
        text: 'A yearly report is a burden for small authorities. Figures should be shared where a State is ready to do so.',
        passage: 'once a year',
      },
      {
        by: 'fenmark',
        position: 'none',
        text: 'We are ready to look for another wording and will speak with the delegation of Doranta.',
        answers: 0,
      },
    ],
    amendments: [
      {
        by: 'doranta',
        changes: [['once a year', 'where they are ready to do so']],
        reason: 'A yearly report is a burden for small authorities.',
        joinedBy: ['haishan'],
      },
      {
        by: 'belmara',
        changes: [
          ['and the grounds of refusal', 'and the grounds of refusal, if any'],
          ['once a year', 'every two years'],
        ],
        reason: 'Two years show a tendency as well as one, at half the work.',
      },
    ],
  },
  {
    by: 'estavia',
    agenda: '2',
    kind: 'conclusion',
    language: 'en',
    revisions: [
      {
        text: 'Most requests for assistance in cases of cybercrime concern data that is held by a private provider in another State. Cooperation between States and cooperation with providers therefore cannot be considered apart from each other.',
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
        text: 'ينبغي للدول الأعضاء أن تتبادل المعلومات عن أساليب الجرائم السيبرانية الجديدة في وقت مبكر، وألا تنتظر تقديم طلب رسمي للمساعدة القانونية المتبادلة متى سمح قانونها الداخلي بذلك.',
      },
    ],
    coSponsors: ['haishan', 'ilmara'],
    forCoastalStates: {
      dissociations: [
        {
          by: 'corvina',
          reason: 'Our law does not allow information to be passed on before a formal request.',
          later: 29 * 3_600_000,
        },
      ],
    },
  },
]
