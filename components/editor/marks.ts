import { Mark, mergeAttributes } from '@tiptap/core'

/** Without a selection, removes the mark from the whole bracket around the cursor. */
export const WHOLE = { extendEmptyMarkRange: true }

/** A bracket of the text as a mark of the editor; its signs are drawn by the style sheet. */
const bracket = (name: 'notAgreed' | 'placeholder', shortcut: string) =>
  Mark.create({
    name,
    excludes: 'notAgreed placeholder',
    inclusive: true,
    parseHTML: () => [{ tag: `span[data-bracket="${name}"]` }],
    renderHTML: ({ HTMLAttributes }) => [
      'span',
      mergeAttributes(HTMLAttributes, { 'data-bracket': name }),
      0,
    ],
    addKeyboardShortcuts() {
      return { [shortcut]: () => this.editor.commands.toggleMark(name, {}, WHOLE) }
    },
  })

export const NotAgreed = bracket('notAgreed', 'Mod-Alt-n')
export const Placeholder = bracket('placeholder', 'Mod-Alt-p')
