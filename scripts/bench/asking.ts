import { paths } from '@/lib/paths'
import { SIZE } from './fill'
import type { Encoding } from './load'
import { type Cost, costs, type Target } from './measure'
import type { Options, Running } from './running'
import { type Section, sign } from './report'
import { sourceOfTexts } from './texts'

type Case = {
  name: string
  bare?: string
  minimal?: string
  ours: string
  /** The divisor of the cost: a yardstick, or the same page of the small session. */
  against: 'bare' | 'minimal' | 'small'
  small?: string
  /** 'identity' asks for the page uncompressed, as bare always answers. */
  encoding?: Encoding
  atMost: number
}

/** Measures the cost of a request of each page, beside the yardsticks and a small session. */
export async function asking(running: Running, { rounds, requests }: Options): Promise<Section> {
  const cases = casesOf(running.filled.word)
  const wanted = new Map<string, Target>()
  for (const { bare, minimal, ours, small, encoding } of cases) {
    const want = (server: 'bare' | 'minimal' | 'stocktake', path: string | undefined) => {
      if (!path) return
      const cookie = server === 'stocktake' ? running.cookie : undefined
      const times = server === 'bare' ? 4 : 1
      wanted.set(keyOf(server, path, encoding), {
        server: running[server],
        path,
        requests: requests * times,
        cookie,
        ...(encoding && { encoding }),
      })
    }
    want('bare', bare)
    want('minimal', minimal)
    want('stocktake', ours)
    want('stocktake', small)
  }
  const measured = await costs([...wanted.values()], {
    rounds,
    postmaster: running.world.postmaster,
  })
  const results = new Map([...wanted.keys()].map((key, at) => [key, measured[at]!]))
  return {
    title: 'Pages',
    about: `CPU milliseconds of server and PostgreSQL for a request, and requests a second; medians of ${rounds} rounds with 8 connections. The database holds ${count(SIZE.large)} proposals of ${SIZE.delegations} delegations with ${count(SIZE.comments)} comments (${sourceOfTexts()}). Bare is node:http and pg sending the same rows as one string, not compressed, minimal the smallest Next page that lists them (of the issued list, the smallest route handler that sends that string).`,
    columns: ['Page', 'Bare', 'Minimal', 'Stocktake', 'Ratio of CPU', 'Target', ''],
    rows: cases.map((benchCase) => row(benchCase, results)),
  }
}

const keyOf = (server: string, path: string | undefined, encoding: Encoding = 'gzip') =>
  `${server} ${path} ${encoding}`

const casesOf = (word: string): Case[] => {
  const words = `words=${encodeURIComponent(word)}`
  const list = (slug: string) => paths.proposals(slug)
  const public300 = paths.publicList('issued')
  return [
    {
      name: 'List, 50 of 5,000',
      bare: '/list?session=large',
      minimal: '/list?session=large',
      ours: list('large'),
      against: 'minimal',
      atMost: 1.6,
    },
    {
      name: `List, 50 with “${word}”`,
      bare: `/list?session=large&${words}`,
      minimal: `/list?session=large&${words}`,
      ours: `${list('large')}?${words}`,
      against: 'minimal',
      atMost: 1.6,
    },
    {
      name: 'Proposal with 30 comments',
      bare: '/proposal?session=large',
      minimal: '/proposal?session=large',
      ours: paths.proposal('large', 1),
      against: 'minimal',
      atMost: 2,
    },
    {
      name: 'Issued list of 300, public',
      bare: '/issued?session=issued',
      minimal: '/issued?session=issued',
      ours: public300,
      against: 'bare',
      atMost: 2,
    },
    {
      name: 'The same, not compressed',
      bare: '/issued?session=issued',
      minimal: '/issued?session=issued',
      ours: public300,
      encoding: 'identity',
      against: 'bare',
      atMost: 2,
    },
    {
      name: 'List, 50 of 5,000 beside 50 of 300',
      ours: list('large'),
      small: list('small'),
      against: 'small',
      atMost: 1.3,
    },
    {
      name: 'Filtered list, of 5,000 beside of 300',
      ours: `${list('large')}?agenda=3`,
      small: `${list('small')}?agenda=3`,
      against: 'small',
      atMost: 1.3,
    },
    {
      name: 'Proposal among 5,000 beside among 300',
      ours: paths.proposal('large', 1),
      small: paths.proposal('small', 1),
      against: 'small',
      atMost: 1.3,
    },
  ]
}

function row(benchCase: Case, results: Map<string, Cost>): string[] {
  const { encoding } = benchCase
  const of = {
    bare: results.get(keyOf('bare', benchCase.bare, encoding)),
    minimal: results.get(keyOf('minimal', benchCase.minimal, encoding)),
    small: results.get(keyOf('stocktake', benchCase.small, encoding)),
  }
  const ours = results.get(keyOf('stocktake', benchCase.ours, encoding))!
  const ratio = ours.cpu / of[benchCase.against]!.cpu
  return [
    benchCase.name,
    cost(of.bare),
    cost(of.minimal),
    benchCase.small ? `${cost(of.small)} → ${cost(ours)}` : cost(ours),
    `× ${ratio.toFixed(2)}`,
    `≤ × ${benchCase.atMost} ${benchCase.against === 'small' ? 'of 300' : benchCase.against}`,
    sign(ratio <= benchCase.atMost),
  ]
}

const cost = (of: Cost | undefined) =>
  of ? `${of.cpu.toFixed(1)} ms · ${Math.round(of.rate)}/s` : '–'

const count = (number: number) => number.toLocaleString('en')
