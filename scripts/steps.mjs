import { spawn } from 'node:child_process'

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`

/** Prints the title of the work under way, and its duration. */
export async function step(title, work) {
  const begun = Date.now()
  const terminal = process.stdout.isTTY
  process.stdout.write(terminal ? `  … ${title}` : `  … ${title}\n`)
  const clock =
    terminal && setInterval(() => process.stdout.write(`\r  … ${title}  ${seconds(begun)}`), 500)
  try {
    const result = await work()
    process.stdout.write(`${terminal ? '\r' : ''}  ✓ ${title}  ${seconds(begun)}\n`)
    return result
  } finally {
    clearInterval(clock)
  }
}

const children = new Set()
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    if (!children.size) return
    for (const child of children) child.kill(signal)
    process.exit(signal === 'SIGINT' ? 130 : 143)
  })

/** Runs a program quietly; if it fails, its output is in the error. Dies with this process. */
export async function run(command, args, { env = {}, show = false } = {}) {
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
  })
  children.add(child)
  let output = ''
  child.stdout?.on('data', (chunk) => (output += chunk))
  child.stderr?.on('data', (chunk) => (output += chunk))
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (exit) => resolve(exit ?? 1))
  }).finally(() => children.delete(child))
  if (code !== 0)
    throw Object.assign(new Error(`${command} ${args.join(' ')} ended with ${code}`), {
      said: output,
      code,
    })
  return output
}

/** Ends the program with one clear sentence, after the output of a failed program if there is any. */
export function giveUp(error) {
  if (error?.said) process.stderr.write(`\n${error.said.trim()}\n`)
  process.stderr.write(`\n${error?.message ?? error}\n`)
  process.exit(1)
}
