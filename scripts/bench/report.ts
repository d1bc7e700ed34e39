import { readFileSync, writeFileSync } from 'node:fs'
import { arch, cpus, platform, release, totalmem } from 'node:os'
import { createRequire } from 'node:module'
import { median } from './load'

/** One measured figure, its target, and whether it is met; `met` is missing if only a reader can judge. */
export type BenchRow = { name: string; figure: string; target: string; met?: boolean }

/** A figure that must stay below a limit, both written by `print`. */
export const below = (
  name: string,
  value: number,
  limit: number,
  print: (value: number) => string,
): BenchRow => ({ name, figure: print(value), target: `< ${print(limit)}`, met: value < limit })

/** The sign beside a target. */
export const sign = (met: boolean | undefined): string => (met === undefined ? '' : met ? '✓' : '✗')

/** A table of the report; `rows` have as many cells as `columns`. */
export type Section = { title: string; about: string; columns: string[]; rows: string[][] }

/** Figures without a comparison, as a table. */
export const figures = (title: string, about: string, rows: readonly BenchRow[]): Section => ({
  title,
  about,
  columns: ['Measured', 'Figure', 'Target', ''],
  rows: rows.map(({ name, figure, target, met }) => [name, figure, target, sign(met)]),
})

/** The table for a terminal, its columns under each other. */
export function printed({ title, about, columns, rows }: Section): string {
  const widths = columns.map((_, at) =>
    Math.max(...[columns, ...rows].map((row) => row[at]!.length)),
  )
  const line = (cells: string[]) =>
    `  ${cells.map((cell, at) => cell.padEnd(widths[at]!)).join('  ')}`.trimEnd()
  return `\n${title}\n${about}\n\n${[columns, ...rows].map(line).join('\n')}\n`
}

/** Writes `BENCHMARKS.md`: the machine, the versions and every table of this run. */
export function writeReport(sections: readonly Section[], postgres: string): void {
  const [cpu] = cpus()
  const machine = `${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()} ${release()} ${arch()}`
  const versions = `Node ${process.versions.node}, Next ${version('next')}, React ${version('react')}, Prisma ${version('@prisma/client')}, pg ${version('pg')}, PostgreSQL ${postgres}`
  writeFileSync(
    'BENCHMARKS.md',
    `# Benchmarks

Written by \`npm run bench -- --write\` on ${new Date().toISOString().slice(0, 10)}. Run it yourself: figures of another
machine differ, and the ratios of pages by a quarter from run to run. Targets are those of the product's issues; ✗ marks one that is missed.

* Machine: ${machine}
* Versions: ${versions}
* Speed at the time: 100,000 strings are made and sorted in ${speed().toFixed(0)} ms (a shared machine has slower hours: milliseconds are to be read beside this)
${sections.map(markdown).join('')}`,
  )
}

/** Milliseconds of a fixed work, the middle of seven. */
const speed = (): number =>
  median(
    Array.from({ length: 7 }, () => {
      const begun = performance.now()
      Array.from({ length: 100_000 }, (_, at) => `${(at * 7919) % 100_003}`).sort()
      return performance.now() - begun
    }),
  )

const markdown = ({ title, about, columns, rows }: Section) =>
  `\n## ${title}\n\n${about}\n\n${[columns, columns.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')}\n`

const version = (name: string) => {
  const file = createRequire(`${process.cwd()}/`).resolve(`${name}/package.json`)
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}
