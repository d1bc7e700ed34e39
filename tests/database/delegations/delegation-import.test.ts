import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db, systemTransaction } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { listColumns } from '@/lib/delegations/people-import/read-list'
import { registerPeople } from '@/lib/delegations/people-import/commands'
import { RegisterPeople } from '@/lib/delegations/people-import/schema'
import { listDelegations } from '@/lib/delegations/queries'
import { loadReferenceData } from '@/lib/delegations/reference-data'
import { peopleLists } from '@/tests/support/people-lists'
import { type Scenario, scenario } from '@/tests/support/scenario'

beforeAll(() => systemTransaction(loadReferenceData))

let cast: Scenario
beforeEach(async () => {
  cast = await scenario()
})

const { input, preview, register, badLines } = peopleLists(() => cast)

/** All rows that a registration could write. */
const written = () =>
  Promise.all([
    db.delegation.count(),
    db.person.count(),
    db.representative.count(),
    db.entity.count(),
    db.mail.count(),
    db.recordEntry.count(),
  ])
const heading = listColumns.join(',')
const mark = () => randomUUID().slice(0, 8)

describe('a list of delegations and people', () => {
  it('is registered whole, each act recorded and each person written to', async () => {
    const m = mark()
    const list = [
      heading,
      `Côte d’Ivoire,Member State,Nora Ek,Ms.,nora.${m}@a.example,head,yes`,
      `"Cote d'Ivoire",,Nils Ek,,NILS.${m}@a.example,,`,
      `Institute ${m},Academia,Nell Ek,,nell.${m}@a.example,adviser,no`,
      `Arvenia,,Nina Ek,,nina.${m}@a.example,adviser,no`,
      'CHE,,,,,,',
    ].join('\r\n')
    const before = await written()
    const { registrations, problems } = await preview(list)
    expect(problems).toEqual([])
    expect(registrations.map(({ people }) => people.length)).toEqual([2, 1, 1, 0])
    expect(await written()).toEqual(before)

    const done = await register(list)
    expect(done).toEqual({ slug: cast.session.slug, delegations: 4, people: 4 })
    const made = (await listDelegations(cast.session)).filter(
      ({ name }) => !cast.arvenia.name.includes(name),
    )
    expect(made).toContainEqual(
      expect.objectContaining({
        kind: 'memberState',
        head: 'Ms. Nora Ek',
        people: 2,
        submitters: 1,
      }),
    )
    expect(made.map(({ name }) => name)).toContain('Switzerland')
    const acts = (await cast.recorded()).map(({ event }) => event)
    expect(acts.filter((event) => event === 'delegation.registered')).toHaveLength(3)
    expect(acts.filter((event) => event === 'representative.appointed')).toHaveLength(4)
    const mails = await db.mail.findMany({ where: { recipient: { contains: m } } })
    expect(mails.map(({ recipient }) => recipient)).toContain(`nils.${m}@a.example`)
    expect(mails).toHaveLength(4)
  })

  it('says for which delegations nobody may submit then, counting the people who are there', async () => {
    const m = mark()
    const head = `Estonia,,Ada Ek,,ada.${m}@a.example,head,`
    expect(await preview(head)).toMatchObject({ registrations: [{ hasSubmitter: false }] })
    await register(head)
    const adviser = `Estonia,,Ben Ek,,ben.${m}@a.example,adviser,`
    expect(await preview(adviser)).toMatchObject({ registrations: [{ hasSubmitter: false }] })
    expect(await preview(`${adviser}yes`)).toMatchObject({
      registrations: [{ hasSubmitter: true }],
    })
    await register(`${adviser}yes`)
    const third = `Estonia,,Cai Ek,,cai.${m}@a.example,adviser,`
    expect(await preview(third)).toMatchObject({ registrations: [{ hasSubmitter: true }] })
  })

  it('with one bad line is not registered at all', async () => {
    const m = mark()
    const lines = [
      `Estonia,,Good Person,,good.${m}@a.example,head,yes`,
      `Atlantis,Member State,Bad Person,,bad.${m}@a.example,head,yes`,
      `Narnia,,Worse Person,,worse.${m}@a.example,head,yes`,
    ]
    expect(await badLines(lines.join('\n'))).toEqual(['2 stateUnknown', '3 delegationUnknown'])
    const before = await written()
    await expect(register(lines.join('\n'))).rejects.toMatchObject({
      key: 'listHasBadLines',
      values: { lines: 2 },
      field: 'list',
    })
    expect(await written()).toEqual(before)
  })

  it('names each bad line by its number in the file, blank lines counted', async () => {
    const m = mark()
    const list = [
      '',
      'E-mail;Delegation;Person;Role;May submit',
      '',
      `a.${m}@a.example;Arvenia;Ada;head;no`,
      `a${m};Estonia;Bad Address;;`,
      `b.${m}@a.example;Estonia;Bea;boss;`,
      `c.${m}@a.example;Estonia;Cai;;perhaps`,
      `d.${m}@a.example;"Estonia;Dan;;`,
      `e.${m}@a.example;Estonia;Ed\u202Ewin;;`,
      `f.${m}@a.example;Estonia;Fl\uFFFDra;;`,
      `g.${m}@a.example;Estonia;Gus;head;`,
      `G.${m}@a.example;Latvia;Gus again;;`,
      `h.${m}@a.example;Estonia;Hal;head;`,
      'simon.adeyar@secretariat.example;Estonia;Simon;;',
      'bastien.kolo@belmara.example;Estonia;Bastien;;',
      `i.${m}@a.example;;Ida;;`,
      `j.${m}@a.example;Estonia; \u200B;;`,
      `k.${m}@a.example;Estonia;Kim;;no;more`,
    ]
    expect(await badLines(list.join('\n'))).toEqual([
      '4 headExists',
      '5 email',
      '6 role',
      '7 maySubmit',
      '8 quotes',
      '9 forbiddenCharacter',
      '10 brokenEncoding',
      '12 addressTwice',
      '13 headTwice',
      '14 secretariat',
      '15 personHasPlace',
      '16 delegation',
      '17 person',
      '18 tooManyCells',
    ])
  })

  it('with a damaged character is refused at the lines where it stands', async () => {
    const bytes = Buffer.from(
      'Estonia,,M\xfcller,,m@a.example,,\nLatvia,,Ott,,o@a.example,,',
      'latin1',
    )
    expect(await badLines(bytes.toString('utf8'))).toEqual(['1 brokenEncoding'])
  })

  it('is read as a spreadsheet or a mail program writes it', async () => {
    const m = mark()
    const list = [
      'sep=;',
      'STATE;NAME;E-MAIL',
      '',
      `Arvenia;"Anna`,
      `Example";anna.${m}@a.example`,
      `Arvenia;;"Otto ""O."" Example <Otto.${m}@A.example>"`,
      `Arvenia;Zoé Exemple <zoé.${m}@a.example>;`,
      `Arvenia;Jörg Beispiel;jörg.${m}@außenamt.example`,
      `Arvenia;"Un`,
      `matched;b.${m}@a.example`,
      `Arvenia;No Address;no address.${m}@a.example`,
    ]
    expect(await badLines(list.join('\r\n'))).toEqual(['9 quotes', '10 email', '11 email'])
    const { registrations } = await preview(list.slice(0, 8).join('\r\n'))
    expect(
      registrations.flatMap(({ people }) => people.map(({ name, email }) => [name, email])),
    ).toEqual([
      ['Anna Example', `anna.${m}@a.example`],
      ['Otto "O." Example', `otto.${m}@a.example`],
      ['Zoé Exemple', `zoé.${m}@a.example`],
      ['Jörg Beispiel', `jörg.${m}@xn--auenamt-1va.example`],
    ])
  })

  it('takes no State of another kind, and no delegation twice', async () => {
    const list = [
      'Holy See,Member State,,,,,',
      'France,Academia,,,,,',
      'Estonia,,,,,,',
      'Estonia,,,,,,',
      'Arvenia,,,,,,',
    ].join('\n')
    expect(await badLines(list)).toEqual(['1 otherKind', '2 otherKind', '4 delegationTwice'])
  })

  it('sent again with more lines registers those alone, and writes to nobody again', async () => {
    const m = mark()
    const first = `Estonia,,Ada Ek,,ada.${m}@a.example,head,yes`
    await register(first)
    const longer = `${first}\nEstonia,,Ben Ek,,ben.${m}@a.example,,\nEstonia,,,,,,`
    expect(await preview(longer)).toMatchObject({
      problems: [],
      unchanged: 2,
      registrations: [{ name: 'Estonia', people: [{ name: 'Ben Ek' }] }],
    })
    expect(await register(longer)).toMatchObject({ delegations: 1, people: 1 })
    expect(await db.mail.count({ where: { recipient: `ada.${m}@a.example` } })).toBe(1)
    await expect(register(longer)).rejects.toMatchObject({ key: 'listNothingNew' })
    expect(await badLines(first.replace('yes', 'no'))).toEqual(['1 placeDiffers'])
    expect(await badLines(first.replace('Estonia', 'Latvia'))).toEqual(['1 personHasPlace'])
  })

  it('names the other addresses of a name, which may be of one person', async () => {
    const m = mark()
    await register(`Estonia,,Cai ${m},,cai.${m}@a.example,,`)
    const list = [
      `Estonia,,CAI ${m},,c.${m}@b.example,,`,
      `Estonia,,Dan ${m},,dan.${m}@a.example,,`,
      `Estonia,,Dan ${m},,dan.${m}@b.example,,`,
      `Estonia,,Eva ${m},,eva.${m}@a.example,,`,
    ]
    const { registrations } = await preview(list.join('\n'))
    expect(registrations.flatMap(({ people }) => people.map((one) => one.namesakes))).toEqual([
      [`cai.${m}@a.example`],
      [`dan.${m}@b.example`],
      [`dan.${m}@a.example`],
      [],
    ])
  })

  it('may have 1 MB and 2,000 lines, and is not empty', async () => {
    const parse = (list: string) => RegisterPeople.safeParse({ sessionId: cast.session.id, list })
    const keys = (list: string) => parse(list).error?.issues.map(({ message }) => message)
    expect(keys('é'.repeat(500_001))).toEqual(['listTooLarge'])
    expect(keys(' \n\t')).toEqual(['required'])
    expect(parse('x'.repeat(1_000_000)).success).toBe(true)
    const lines = Array.from({ length: 2001 }, (_, n) => `Estonia,,N,,n${n}@a.example,,`)
    expect(await badLines(lines.join('\n'))).toEqual(['2001 tooMany'])
    await expect(register(heading)).rejects.toMatchObject({ key: 'listEmptyImport' })
  })

  it('sent twice at one time is registered once', async () => {
    const m = mark()
    const list = `Institute ${m},Academia,Nell Ek,,nell.${m}@a.example,adviser,no`
    const answers = await Promise.allSettled([register(list), register(list)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(
      await db.representative.count({ where: { person: { email: `nell.${m}@a.example` } } }),
    ).toBe(1)
  })

  it('is the Secretariat’s of that session; another session answers like none', async () => {
    const list = `Estonia,,Nell Ek,,nell.${mark()}@a.example,adviser,no`
    const elsewhere: SignedIn = {
      ...cast.secretariat,
      offices: [{ kind: 'secretariat', sessionId: randomUUID() }],
    }
    for (const actor of [cast.chair, cast.arvenia.head, cast.outsider, elsewhere]) {
      await expect(register(list, actor)).rejects.toMatchObject({ reason: 'forbidden' })
      await expect(preview(list, actor)).rejects.toMatchObject({ reason: 'forbidden' })
    }
    const nowhere = { ...input(list), sessionId: randomUUID() }
    await expect(registerPeople(cast.secretariat, nowhere)).rejects.toMatchObject({
      key: 'notFound',
    })
  })
})
