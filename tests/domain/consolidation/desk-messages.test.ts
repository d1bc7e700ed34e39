import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { deskActKinds, statusKinds } from '@/lib/consolidation/kinds'
import { translations } from '@/lib/messages'

const room = 'app/sessions/[session]'
/** Acts that lead to a page which is their answer. */
const ledOn = ['open', 'choose', 'notSimilar']

test('each act at the desk, and each declared status, is said in words', () => {
  const acts = ['consolidation/actions.ts', 'consolidation/desk-actions.ts', 'console/actions.ts']
    .flatMap((file) =>
      readFileSync(`${room}/${file}`, 'utf8')
        .split(/^export const /m)
        .slice(1)
        .map((act) => ({ file, name: /^\w+/.exec(act)![0], act })),
    )
    .filter(({ file, name }) => file.startsWith('consolidation') || name === 'declare')
  expect(acts.length).toBeGreaterThan(25)
  const silent = acts.filter(({ act }) => !/saidOf\(|saidAside\(|notice\(|message/.test(act))
  expect(silent.map(({ name }) => name)).toEqual(ledOn)
})

test('what was undone, and what was declared, has a sentence of its own', () => {
  const t = translations('consolidation')
  const undone = deskActKinds.map((act) => t('done.undone', { act }))
  const acts = deskActKinds.map((undoes) => t('desk.acts.undone', { by: 'Ruta', undoes }))
  const declared = statusKinds.map((standing) => t('done.declared', { standing }))
  for (const sentences of [undone, acts, declared])
    expect(new Set(sentences).size).toBe(sentences.length)
})
