import { type Language, languages } from './languages'

type Marks = Language['amendments'][number]['changes']
export type Vector = { locale: string; base: string; name: string; text: string; changes: Marks }

/** *italic*, [not agreed] and {not yet known} as the private characters of lib/text/document/marked.ts. */
export const marked = (text: string): string =>
  text
    .replace(/\*(.*?)\*/gs, '\uE000$1\uE001')
    .replace(/\[(.*?)\]/gs, '\uE002$1\uE003')
    .replace(/\{(.*?)\}/gs, '\uE004$1\uE005')

/** Every amendment of every language as a whole text; and nothing, the same, all but the last stop replaced. */
export const vectors: Vector[] = languages.flatMap(
  ({ locale, base: written, amendments, replaced }) => {
    const base = marked(written)
    return [
      ...amendments.map(({ name, out, in: put, changes }) => {
        if (written.split(out).length !== 2) throw new Error(`${locale}: ${name} is not said once`)
        return { locale, base, name, text: marked(written.replace(out, () => put)), changes }
      }),
      { locale, base, name: 'equal', text: base, changes: [] },
      { locale, base, name: 'empty', text: '', changes: [[base, '']] as Marks },
      { locale, base: '', name: 'from nothing', text: base, changes: [['', base]] as Marks },
      {
        locale,
        base,
        name: 'replaced',
        text: replaced,
        changes: [[base.slice(0, -1), replaced.slice(0, -1)]] as Marks,
      },
    ]
  },
)
