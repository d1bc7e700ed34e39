import { db } from '@/lib/db/client'
import { type Actor, visitor } from '@/lib/delegations/actor'
import { ProposalFilter } from '@/lib/proposals/search/filter'
import { listProposals } from '@/lib/proposals/search/queries'
import { sha256 } from '@/lib/record/record'
import { documentFromText, plainText } from '@/lib/text/document/document'
import { wordCount } from '@/lib/text/words'

/** A word that only a draft of Arvenia contains. */
export const SECRET = 'zirconium'

const PROPOSALS = [
  ['Arvenia', '2', 'recommendation', 'en', 'States should exchange electronic evidence.'],
  ['Belmara', '3a', 'conclusion', 'en', "The State's capacity to investigate differs."],
  ['Belmara', '3b', 'recommendation', 'zh', '各国应加强打击网络犯罪的国际合作。'],
  [
    'Corvina',
    '2',
    'recommendation',
    'ar',
    'ينبغي للدول أن تعزز التعاون الدولي في مكافحة الجريمة السيبرانية.',
  ],
  ['Arvenia', '2', 'conclusion', 'en', 'Evidence must be kept safe.'],
] as const

export type FiveProposals = Awaited<ReturnType<typeof fiveProposals>>

/**
 * A session with five proposals of three States in three languages, as plain rows, and a draft that
 * nobody but Arvenia may know of; with those who read them.
 */
export async function fiveProposals() {
  const session = await makeSession()
  const items = await makeAgenda(session.id)
  const delegations = await makeDelegations(session.id)
  for (const [index, [from, item, kind, language, words]] of PROPOSALS.entries()) {
    const delegationId = delegations[from]!
    const body = documentFromText(words)
    const text = plainText(body)
    await db.proposal.create({
      data: {
        sessionId: session.id,
        number: index + 1,
        delegationId,
        agendaItemId: items[item]!,
        kind,
        originalLanguage: language,
        revisions: {
          create: {
            number: 1,
            body,
            text,
            textHash: sha256(text),
            wordCount: wordCount(text, language),
            delegationId,
          },
        },
      },
    })
  }
  const headOf = async (name: string): Promise<Actor> => ({
    personId: await makePerson(`Head of ${name}`),
    name: `Head of ${name}`,
    offices: [],
    memberships: [
      {
        representativeId: '',
        delegationId: delegations[name]!,
        sessionId: session.id,
        delegationName: name,
        delegationState: 'accredited',
        entityId: '',
        entityKind: 'memberState',
        role: 'head',
        maySubmit: true,
      },
    ],
  })
  const arvenia = await headOf('Arvenia')
  await db.draft.create({
    data: {
      sessionId: session.id,
      delegationId: delegations.Arvenia!,
      agendaItemId: items['2']!,
      body: documentFromText(`Secret ${SECRET} evidence`),
      createdById: arvenia.personId!,
      updatedById: arvenia.personId!,
    },
  })
  const list = (actor: Actor, filter: Record<string, string> = {}) =>
    listProposals(actor, session, ProposalFilter.parse(filter))
  return {
    session,
    delegations,
    arvenia,
    belmara: await headOf('Belmara'),
    secretariat: {
      ...visitor,
      personId: await makePerson('Secretariat'),
      name: 'Secretariat',
      offices: [{ kind: 'secretariat', sessionId: null }],
    } as Actor,
    list,
    numbers: async (actor: Actor, filter: Record<string, string> = {}) =>
      (await list(actor, filter)).proposals.map(({ number }) => number),
    idOf: async (number: number) =>
      (await db.proposal.findFirstOrThrow({ where: { sessionId: session.id, number } })).id,
  }
}

async function makePerson(name: string): Promise<string> {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.org`
  return (await db.person.create({ data: { name, email }, select: { id: true } })).id
}

async function makeSession() {
  const group = await db.expertGroup.create({
    data: {
      name: 'Expert Group',
      shortName: 'Group',
      symbolRoot: 'X',
      parentBody: '',
      seat: 'Vienna',
    },
  })
  return db.session.create({
    data: {
      groupId: group.id,
      slug: 'sixth',
      ordinal: 6,
      startsOn: new Date('2020-07-27'),
      endsOn: new Date('2020-07-29'),
      place: 'Vienna',
      lastProposalNumber: PROPOSALS.length,
    },
  })
}

async function makeAgenda(sessionId: string): Promise<Record<string, string>> {
  const made = await db.agendaItem.createManyAndReturn({
    data: (['2', '3a', '3b'] as const).map((item) => ({
      sessionId,
      number: Number(item[0]),
      letter: item.slice(1),
      title: `Title of ${item}`,
    })),
  })
  return Object.fromEntries(made.map(({ id, number, letter }) => [`${number}${letter}`, id]))
}

async function makeDelegations(sessionId: string): Promise<Record<string, string>> {
  const ids: Record<string, string> = {}
  for (const name of ['Arvenia', 'Belmara', 'Corvina']) {
    const sortKey = name.toLowerCase()
    const entity = await db.entity.create({
      data: { kind: 'memberState', name, names: {}, sortKey },
    })
    const { id } = await db.delegation.create({
      data: { sessionId, entityId: entity.id, name, sortKey },
    })
    ids[name] = id
  }
  return ids
}
