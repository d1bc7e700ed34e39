import type { EntityKind, OfficeKind, RepresentativeRole } from '@/lib/delegations/kinds'
import type { Locale } from '@/lib/text/locales'

/** A person of the cast; `role` and `maySubmit` belong to the seat in a delegation. */
export type CastMember = {
  name: string
  honorific: string
  email: string
  role: RepresentativeRole
  maySubmit: boolean
}

export type CastDelegation = {
  name: string
  kind: EntityKind
  /** The language in which the delegation writes. */
  language: Locale
  regionalGroup?: string
  people: { head: CastMember; adviser: CastMember; alternate?: CastMember }
}

const member =
  (role: RepresentativeRole, maySubmit: boolean) =>
  (honorific: string, name: string, email: string): CastMember => ({
    name,
    honorific,
    email,
    role,
    maySubmit,
  })
const head = member('head', true)
const alternate = member('alternate', true)
const adviser = member('adviser', false)

/**
 * The delegations of the tests, the demonstration and the screenshots. Every State, organisation
 * and person is invented. The head may submit, an alternate too, an adviser may not.
 */
export const castDelegations = {
  arvenia: {
    name: 'Arvenia',
    kind: 'memberState',
    language: 'en',
    regionalGroup: 'Western European and others',
    people: {
      head: head('Ms.', 'Amara Voss', 'amara.voss@arvenia.example'),
      alternate: alternate('Mr.', 'Aldo Reyne', 'aldo.reyne@arvenia.example'),
      adviser: adviser('Mr.', 'Ansel Orin', 'ansel.orin@arvenia.example'),
    },
  },
  belmara: {
    name: 'Belmara',
    kind: 'memberState',
    language: 'fr',
    regionalGroup: 'African',
    people: {
      head: head('Mr.', 'Bastien Kolo', 'bastien.kolo@belmara.example'),
      adviser: adviser('Ms.', 'Brielle Sanda', 'brielle.sanda@belmara.example'),
    },
  },
  corvina: {
    name: 'Corvina',
    kind: 'memberState',
    language: 'es',
    regionalGroup: 'Latin American and Caribbean',
    people: {
      head: head('Ms.', 'Celia Montaro', 'celia.montaro@corvina.example'),
      adviser: adviser('Mr.', 'Ciro Valdes', 'ciro.valdes@corvina.example'),
    },
  },
  doranta: {
    name: 'Doranta',
    kind: 'memberState',
    language: 'ru',
    regionalGroup: 'Eastern European',
    people: {
      head: head('Mr.', 'Dmitar Oleske', 'dmitar.oleske@doranta.example'),
      adviser: adviser('Ms.', 'Darya Linova', 'darya.linova@doranta.example'),
    },
  },
  estavia: {
    name: 'Estavia',
    kind: 'memberState',
    language: 'en',
    regionalGroup: 'Eastern European',
    people: {
      head: head('Ms.', 'Elin Tarvas', 'elin.tarvas@estavia.example'),
      adviser: adviser('Mr.', 'Endrik Saar', 'endrik.saar@estavia.example'),
    },
  },
  fenmark: {
    name: 'Fenmark',
    kind: 'memberState',
    language: 'en',
    regionalGroup: 'Western European and others',
    people: {
      head: head('Mr.', 'Frode Halsten', 'frode.halsten@fenmark.example'),
      adviser: adviser('Ms.', 'Freya Lund', 'freya.lund@fenmark.example'),
    },
  },
  ghadira: {
    name: 'Ghadira',
    kind: 'memberState',
    language: 'ar',
    regionalGroup: 'Asia-Pacific',
    people: {
      head: head('Ms.', 'Ghada Nasr', 'ghada.nasr@ghadira.example'),
      adviser: adviser('Mr.', 'Ghaleb Amin', 'ghaleb.amin@ghadira.example'),
    },
  },
  haishan: {
    name: 'Haishan',
    kind: 'memberState',
    language: 'zh',
    regionalGroup: 'Asia-Pacific',
    people: {
      head: head('Mr.', 'Lin Haoran', 'lin.haoran@haishan.example'),
      adviser: adviser('Ms.', 'Zhao Meiyu', 'zhao.meiyu@haishan.example'),
    },
  },
  ilmara: {
    name: 'Ilmara',
    kind: 'memberState',
    language: 'en',
    regionalGroup: 'African',
    people: {
      head: head('Ms.', 'Imani Deko', 'imani.deko@ilmara.example'),
      adviser: adviser('Mr.', 'Issa Bale', 'issa.bale@ilmara.example'),
    },
  },
  /** The observer State. */
  lumeria: {
    name: 'Lumeria',
    kind: 'observerState',
    language: 'en',
    people: {
      head: head('Mr.', 'Lorcan Adair', 'lorcan.adair@lumeria.example'),
      adviser: adviser('Ms.', 'Livia Penn', 'livia.penn@lumeria.example'),
    },
  },
  /** The intergovernmental organisation. */
  organisation: {
    name: 'Council for Safe Networks',
    kind: 'intergovernmental',
    language: 'fr',
    people: {
      head: head('Ms.', 'Oriane Mercier', 'oriane.mercier@safenetworks.example'),
      adviser: adviser('Mr.', 'Otis Hale', 'otis.hale@safenetworks.example'),
    },
  },
  /** The other stakeholder. */
  stakeholder: {
    name: 'Open Lines Foundation',
    kind: 'nonGovernmental',
    language: 'en',
    people: {
      head: head('Ms.', 'Sunniva Brook', 'sunniva.brook@openlines.example'),
      adviser: adviser('Mr.', 'Silas Wren', 'silas.wren@openlines.example'),
    },
  },
} as const satisfies Record<string, CastDelegation>

export type CastDelegationKey = keyof typeof castDelegations

/** The officers; those of the Secretariat and the Bureau hold their office in every session. */
export const castOfficers = {
  chair: {
    kind: 'chair',
    wholeGroup: false,
    honorific: 'Mr.',
    name: 'Tomas Keldron',
    email: 'tomas.keldron@chair.example',
  },
  viceChair: {
    kind: 'viceChair',
    wholeGroup: false,
    honorific: 'Ms.',
    name: 'Valeria Nunes',
    email: 'valeria.nunes@vicechair.example',
  },
  rapporteur: {
    kind: 'rapporteur',
    wholeGroup: false,
    honorific: 'Ms.',
    name: 'Ruta Melander',
    email: 'ruta.melander@rapporteur.example',
  },
  secretariat: {
    kind: 'secretariat',
    wholeGroup: true,
    honorific: 'Mr.',
    name: 'Simon Adeyar',
    email: 'simon.adeyar@secretariat.example',
  },
  bureau: {
    kind: 'bureau',
    wholeGroup: true,
    honorific: 'Ms.',
    name: 'Bruna Castel',
    email: 'bruna.castel@bureau.example',
  },
} as const satisfies Record<
  string,
  { kind: OfficeKind; wholeGroup: boolean; honorific: string; name: string; email: string }
>
