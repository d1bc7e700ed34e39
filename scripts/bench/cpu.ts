import { readdirSync, readFileSync } from 'node:fs'

// The kernel counts in hundredths of a second on every Linux that we know.
const MS_PER_TICK = 10
const PAGE_KB = 4

type Process = { parent: number; ticks: number; memory: number }

/** Milliseconds of CPU that the process, its children and ended children have taken so far. */
export const cpuOf = (pid: number): number =>
  treeOf(pid).reduce((sum, { ticks }) => sum + ticks * MS_PER_TICK, 0)

/** Resident memory of the process and its children, in megabytes. */
export const memoryOf = (pid: number): number =>
  treeOf(pid).reduce((sum, { memory }) => sum + memory, 0) / 1024

function treeOf(root: number): Process[] {
  const all = processes()
  const found: Process[] = []
  const queue = [root]
  for (let pid = queue.pop(); pid !== undefined; pid = queue.pop()) {
    const process = all.get(pid)
    if (process) found.push(process)
    for (const [child, { parent }] of all) if (parent === pid) queue.push(child)
  }
  return found
}

function processes(): Map<number, Process> {
  const all = new Map<number, Process>()
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      // The second field is a program's name in brackets, with any signs in it.
      const fields = stat
        .slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .map(Number)
      const [utime, stime, ofEnded, systemOfEnded] = fields.slice(11, 15) as [
        number,
        number,
        number,
        number,
      ]
      all.set(Number(name), {
        parent: fields[1]!,
        ticks: utime + stime + ofEnded + systemOfEnded,
        memory: fields[21]! * PAGE_KB,
      })
    } catch {
      // It ended while the list was read.
    }
  }
  return all
}
