/** Someone of the demonstration whose password everyone may know. */
export type Welcome = { name: string; email: string; password: string; role: string }

/** What the start says when all is ready: the address, who can sign in, and how to stop. */
export function greeting(said: {
  url: string
  people: readonly Welcome[]
  remark?: string
}): string {
  const { url, people, remark } = said
  const width = (column: keyof Welcome) =>
    Math.max(...people.map((person) => person[column].length))
  const lines = people.map(
    (person) =>
      `    ${person.email.padEnd(width('email'))}  ${person.password.padEnd(width('password'))}  ${person.name}, ${person.role}`,
  )
  return [
    '',
    `  Stocktake is ready: ${url}`,
    ...(remark ? [`  ${remark}.`] : []),
    ...(lines.length
      ? ['', '  These people of the demonstration can sign in (e-mail, password):', ...lines]
      : []),
    '',
    '  Stop with Ctrl-C.',
    '',
  ].join('\n')
}
