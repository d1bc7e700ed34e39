/** Someone of the demonstration, which everyone who reads the terminal may sign in to. */
type Welcome = { name: string; email: string; role: string }

/** The start's message when all is ready: the address, who can sign in, and how to stop. */
export function greeting(facts: {
  url: string
  people: readonly Welcome[]
  password: string
  remarks: readonly string[]
}): string {
  const { url, people, password, remarks } = facts
  const width = Math.max(0, ...people.map(({ email }) => email.length))
  const lines = people.map(
    ({ email, name, role }) => `    ${email.padEnd(width)}  ${name}, ${role}`,
  )
  return [
    '',
    `  Stocktake is ready: ${url}`,
    ...remarks.map((remark) => `  ${remark}.`),
    ...(lines.length
      ? ['', `  These can sign in to the demonstration, with the password "${password}":`, ...lines]
      : []),
    '',
    '  Stop with Ctrl-C.',
    '',
  ].join('\n')
}
