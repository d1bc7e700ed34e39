import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db, systemTransaction } from '@/lib/db/client'
import { appointRepresentative } from '@/lib/delegations/memberships/commands'
import { registerDelegation } from '@/lib/delegations/commands'
import { loadReferenceData } from '@/lib/delegations/reference-data'
import { peopleLists } from '@/tests/support/people-lists'
import { type Scenario, scenario } from '@/tests/support/scenario'

beforeAll(() => systemTransaction(loadReferenceData))

let cast: Scenario
beforeEach(async () => {
  cast = await scenario()
})

const { preview, register, badLines } = peopleLists(() => cast)

const mark = () => randomUUID().slice(0, 8)

describe('a list of delegations and people', () => {
  it('with common names of States suggests the official ones and registers none of them', async () => {
    const common = {
      Turkey: 'Türkiye',
      'The United Kingdom': 'United Kingdom of Great Britain and Northern Ireland',
      'U.S.A.': 'United States of America',
      Russia: 'Russian Federation',
      'Czech republic': 'Czechia',
      Syria: 'Syrian Arab Republic',
      'South Korea': 'Republic of Korea',
      Swaziland: 'Eswatini',
      Palestine: 'State of Palestine',
      'Ivory Coast': 'Côte d’Ivoire',
    }
    const { problems, registrations } = await preview(
      Object.keys(common)
        .map((name) => `${name},,A,,${mark()}@a.example,,`)
        .join('\n'),
    )
    expect(registrations).toEqual([])
    expect(problems).toEqual(
      Object.entries(common).map(([name, official], at) => ({
        line: at + 1,
        key: 'stateSuggested',
        values: { name, official },
      })),
    )
  })

  it('points out a new organisation that looks like a known one', async () => {
    const m = mark()
    await register(`Institute ${m},Academia,,,,,`)
    expect(await badLines(`Institutе ${m.toUpperCase()},Academia,,,,,`)).toEqual(['1 looksLike'])
    const { id: sessionId } = cast.session
    const lookalike = { sessionId, entityId: '', kind: 'academia' as const, name: `lnstitute ${m}` }
    await expect(
      registerDelegation(cast.secretariat, { ...lookalike, isAnother: false }),
    ).rejects.toMatchObject({ key: 'looksLike', values: { similar: `Institute ${m}` } })
    await registerDelegation(cast.secretariat, { ...lookalike, isAnother: true })
  })

  it('refuses an organization with the name of a State or of another organization', async () => {
    const m = mark()
    await register(`Forum ${m},Academia,,,,,`)
    expect(await badLines(`Forum ${m},Private sector,,,,,`)).toEqual(['1 nameTaken'])
    expect(await badLines(`Вelmara,Academia,,,,,`)).toEqual(['1 nameOfState'])
    expect(await badLines(`Twin ${m},Academia,,,,,\nTwin ${m},Private sector,,,,,`)).toEqual([
      '2 nameTaken',
    ])
    const { id: sessionId } = cast.session
    const named = (name: string, kind = 'academia' as const) =>
      registerDelegation(cast.secretariat, { sessionId, entityId: '', kind, name, isAnother: true })
    for (const name of ['Belmara', 'BELMARA', 'Bélmara', 'Франция'])
      await expect(named(name)).rejects.toMatchObject({ key: 'nameOfState' })
  })

  it('refuses the address of somebody of another name', async () => {
    const m = mark()
    const email = `nell.${m}@a.example`
    await db.person.create({ data: { name: 'Nell Ek', email } })
    expect(await badLines(`Latvia,,Ada Quill,,${email},adviser,no`)).toEqual(['1 addressOfAnother'])
    const { id: delegationId } = cast.belmara
    const someone = {
      delegationId,
      honorific: '',
      email,
      role: 'adviser',
      maySubmit: false,
    } as const
    await expect(
      appointRepresentative(cast.secretariat, { ...someone, name: 'Ada Quill' }),
    ).rejects.toMatchObject({ key: 'addressOfAnother', values: { name: 'Nell Ek' } })
    await appointRepresentative(cast.secretariat, { ...someone, name: 'EK, Nell' })
    // Whoever was invited without a name bears the address until then.
    const unnamed = `unnamed.${m}@a.example`
    await db.person.create({ data: { name: unnamed, email: unnamed } })
    expect(await badLines(`Latvia,,Ada Quill,,${unnamed},adviser,no`)).toEqual([])
    await appointRepresentative(cast.secretariat, { ...someone, email: unnamed, name: 'Ada Quill' })
  })
})
