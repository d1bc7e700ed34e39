// npm run bench [-- pages|text|similarity|desk|search|comments|forms|reports|speakers|live|start …] [--quick] [--as-built] [--write]
import { existsSync } from 'node:fs'
import { about as aboutDesk, run as measureDesk } from './bench/desk'
import { aboutComments, run as measureComments } from './bench/comments'
import { run as measureForms } from './bench/forms'
import { run as measureLive } from './bench/live'
import { run as measurePages, reported } from './bench/pages'
import { figures, printed, type Section, writeReport } from './bench/report'
import { measureReportPage } from './bench/report-page'
import { run as measureReports } from './bench/reports'
import { run as measureSimilarity } from './bench/similarity'
import { aboutSearch, run as measureSearch } from './bench/search'
import { about as aboutStart, run as measureStart } from './bench/start'
import { run as measureSpeakers } from './bench/speakers'
import { run as measureText } from './bench/text'

const parts = [
  'pages',
  'text',
  'similarity',
  'desk',
  'search',
  'comments',
  'forms',
  'reports',
  'speakers',
  'live',
  'start',
] as const
const given = process.argv.slice(2)
const has = (flag: string) => given.includes(flag)
const unknown = given.filter((one) => !['--quick', '--as-built', '--write', ...parts].includes(one))
const chosen = parts.filter((part) => has(part))
const wanted = new Set<string>(chosen.length > 0 ? chosen : parts)

if (unknown.length > 0) giveUp(`Not known: ${unknown.join(', ')}. Parts are ${parts.join(', ')}.`)
if (!existsSync('/proc/self/stat')) giveUp('CPU is read from /proc: the benchmark runs on Linux.')
if (has('--write') && chosen.length > 0) giveUp('--write is for a run of all parts.')

const sections: Section[] = []
let postgres = ''
const done = (section: Section) => {
  sections.push(section)
  console.log(printed(section))
}

if (wanted.has('pages')) {
  const thoroughness = has('--quick') ? { rounds: 3, requests: 100 } : { rounds: 9, requests: 150 }
  const measured = await measurePages({ ...thoroughness, asBuilt: has('--as-built') })
  postgres = measured.postgres
  for (const section of measured.sections) done(section)
}
if (wanted.has('text'))
  done(
    figures(
      'Texts',
      'The text engine beside jsdiff.',
      await reported('Texts', async () => measureText()),
    ),
  )
if (wanted.has('similarity'))
  done(
    figures(
      'Similar items',
      'Ranking by similarity.',
      await reported('Similar items', measureSimilarity),
    ),
  )
if (wanted.has('desk'))
  done(figures('The desk', aboutDesk, await measureDesk(has('--as-built') || wanted.has('pages'))))
if (wanted.has('search'))
  done(figures('Search', aboutSearch, await reported('Search', measureSearch)))
if (wanted.has('comments'))
  done(
    figures(
      'Comments on circulated lists',
      aboutComments,
      await measureComments(has('--as-built') || wanted.has('pages')),
    ),
  )
if (wanted.has('forms'))
  done(
    figures(
      'Returned forms',
      'A form with an answer on each row, read and judged.',
      await reported('Returned forms', measureForms),
    ),
  )
if (wanted.has('reports'))
  done(
    figures(
      'Reports',
      'A report of 200 paragraphs and 300 items: its files written in one process, its page by the production build. Minimal is the smallest Next page that shows the same texts.',
      [
        ...(await reported('Reports', measureReports)),
        ...(await reported('The page of a report', () =>
          measureReportPage(has('--as-built') || wanted.has('pages')),
        )),
      ],
    ),
  )
if (wanted.has('speakers'))
  done(await reported('The list of speakers', () => measureSpeakers(has('--as-built'))))
if (wanted.has('live')) {
  const options = { rounds: has('--quick') ? 1 : 3, asBuilt: has('--as-built') }
  done(await reported('The screen of the plenary', () => measureLive(options)))
}
if (wanted.has('start'))
  done(figures('Starting', aboutStart, await reported('Starting', measureStart)))
if (has('--write')) writeReport(sections, postgres)
process.exit()

function giveUp(why: string): never {
  console.error(why)
  process.exit(1)
}
