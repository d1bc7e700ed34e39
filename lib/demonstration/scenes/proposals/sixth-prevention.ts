import type { DemonstrationProposal } from '@/lib/demonstration/scenes/proposal'

/** Suggested so far at the demonstration's sixth session under "Prevention" and "Other matters". */
export const proposalsOnPrevention: readonly DemonstrationProposal[] = [
  {
    by: 'ilmara',
    agenda: '3',
    kind: 'recommendation',
    language: 'en',
    revisions: [
      {
        text: 'Member States should teach safe conduct on the Internet in schools, beginning with the youngest pupils, and should prepare the lessons together with parents and with the young people themselves.',
      },
      {
        text: 'Member States should teach safe conduct on the Internet in schools, beginning with the youngest pupils, should prepare the lessons together with parents and with the young people themselves, and should examine after some years what the lessons have changed.',
        reason: 'Lessons that are not examined stay as they are.',
      },
    ],
    coSponsors: ['arvenia', 'belmara', 'corvina', 'estavia'],
    comments: [
      {
        by: 'stakeholder',
        position: 'supports',
        text: 'The Foundation works with pupils in several countries. Where they prepared the lessons themselves, they also kept to them.',
        passage: 'with the young people themselves',
      },
      {
        by: 'haishan',
        position: 'supports',
        text: '我们支持这一建议，并愿意分享本国编写教材的经验。',
      },
    ],
  },
  {
    by: 'belmara',
    agenda: '3',
    kind: 'recommendation',
    language: 'fr',
    revisions: [
      {
        text: 'Les États Membres devraient offrir aux victimes de la cybercriminalité un lieu unique où elles peuvent signaler les faits, recevoir des conseils et savoir ce qu’il advient de leur plainte.',
      },
    ],
    coSponsors: ['corvina'],
  },
  {
    by: 'arvenia',
    agenda: '3',
    kind: 'recommendation',
    language: 'en',
    revisions: [
      {
        text: 'Member States should encourage everyone who finds a weakness in a widely used system to report it, should protect whoever reports it in good faith, and should set a time within which the maker of the system answers.',
      },
    ],
    coSponsors: ['estavia'],
    comments: [
      {
        by: 'lumeria',
        position: 'supports',
        text: 'Lumeria, as an observer, has such a rule since two years and has had good experience with it.',
      },
      {
        by: 'doranta',
        position: 'question',
        text: 'Who decides whether a report was made in good faith?',
        passage: 'in good faith',
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
        text: 'Los Estados Miembros deberían apoyar a las pequeñas empresas con orientaciones breves y gratuitas sobre la protección de sus sistemas, redactadas en un lenguaje que no exija conocimientos técnicos.',
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
        text: 'Государствам-членам следует проводить совместные учения государственных органов и операторов важнейших сетей не реже одного раза в два года и обмениваться выводами, сделанными по их итогам.',
      },
    ],
    coSponsors: ['haishan'],
  },
  {
    by: 'fenmark',
    agenda: '3',
    kind: 'conclusion',
    language: 'en',
    revisions: [
      {
        text: 'Prevention costs less than prosecution, yet it is seldom measured. What is known of its effect comes from a few studies, most of them from the same part of the world.',
      },
    ],
  },
  {
    by: 'ghadira',
    agenda: '3',
    kind: 'recommendation',
    language: 'ar',
    revisions: [
      {
        text: 'ينبغي للدول الأعضاء أن تضع استراتيجيات وطنية للوقاية من الجرائم السيبرانية بالتعاون مع القطاع الخاص والأوساط الأكاديمية، وأن تراجعها كل ثلاث سنوات على الأقل.',
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
        text: 'Member States should run public campaigns against fraud that begins with a message or a call, and should repeat them, since new forms of such fraud appear every year.',
      },
    ],
    withdrawn: 'The delegation will propose a text together with Belmara.',
  },
  {
    by: 'haishan',
    agenda: '3',
    kind: 'recommendation',
    language: 'zh',
    revisions: [
      {
        text: '会员国应当推动在产品设计阶段就考虑网络安全，并鼓励制造商在产品的整个使用期内提供安全更新。',
      },
    ],
    coSponsors: ['fenmark'],
  },
  {
    by: 'ilmara',
    agenda: '4',
    kind: 'recommendation',
    language: 'en',
    revisions: [
      {
        text: 'The Expert Group should hold its stock-taking meeting in a form that allows delegations without experts in Vienna to follow it and to take the floor.',
      },
    ],
    coSponsors: ['belmara', 'corvina', 'ghadira'],
  },
]
