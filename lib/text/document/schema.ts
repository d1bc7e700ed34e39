import { type Mark, Schema } from '@tiptap/pm/model'

/** Two kinds of bracket that must never be confused: not agreed in negotiation, and not yet known. */
export const brackets = ['notAgreed', 'placeholder'] as const
export type Bracket = (typeof brackets)[number]

/** A text of the group: paragraphs of words, italics and brackets. There is nothing else. */
export const textSchema = new Schema({
  nodes: {
    doc: { content: 'paragraph+' },
    paragraph: { content: 'text*' },
    text: {},
  },
  marks: {
    italic: {},
    notAgreed: { excludes: 'notAgreed placeholder' },
    placeholder: { excludes: 'notAgreed placeholder' },
  },
})

/** The bracket that a run with these marks stands in, if any. */
export const bracketOf = (marks: readonly Pick<Mark, 'type'>[]): Bracket | undefined =>
  brackets.find((bracket) => marks.some((mark) => mark.type.name === bracket))
