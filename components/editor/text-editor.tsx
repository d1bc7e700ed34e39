'use client'

import type { Editor } from '@tiptap/core'
import { Document } from '@tiptap/extension-document'
import { Italic } from '@tiptap/extension-italic'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'
import { UndoRedo } from '@tiptap/extensions'
import { EditorContent, useEditor, useEditorState } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { TextDocument } from '@/lib/text/document/document'
import { NotAgreed, Placeholder, WHOLE } from './marks'
import { type Noticed, quoted } from './paste/notices'
import { cleanPaste, cleanPastedText } from './paste/paste'

export type EditorProps = {
  initial: TextDocument
  shown?: TextDocument
  /** The cursor position to set on load; null leaves the focus unchanged. */
  cursor?: number | null
  labelledBy: string
  describedBy: string
  language: string
  onChange: (document: TextDocument) => void
}

/**
 * Edits a text on the schema of lib/text: paragraphs, italics and the two kinds of bracket. The editor names the
 * changes of a paste. `onChange` receives the whole document after each edit by the person. Another document given as
 * `shown` replaces the current one if they differ; the cursor stays at its words. Needs the messages `editor`.
 */
export default function TextEditor({
  initial,
  shown,
  cursor = null,
  labelledBy,
  describedBy,
  language,
  onChange,
}: EditorProps) {
  const t = useTranslations('editor')
  const [noticed, setNoticed] = useState<Noticed[]>([])
  const editor = useEditor({
    extensions: [Document, Paragraph, Text, Italic, NotAgreed, Placeholder, UndoRedo],
    content: initial,
    immediatelyRender: true,
    injectCSS: false,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': labelledBy,
        'aria-describedby': describedBy,
        class: 'text-of-record editor-text',
        dir: 'auto',
      },
      transformPastedHTML: (html) => {
        const clean = cleanPaste(html)
        setNoticed(clean.noticed)
        return clean.html
      },
      transformPastedText: (text) => {
        const clean = cleanPastedText(text)
        setNoticed(clean.noticed)
        return clean.text
      },
    },
    onUpdate: ({ editor: changed }) => onChange(documentOf(changed)),
  })

  useEffect(() => {
    if (shown) show(editor, shown)
  }, [editor, shown])

  useEffect(() => {
    if (cursor === null) return
    editor.commands.setTextSelection(cursor)
    editor.view.focus()
  }, [editor, cursor])

  useEffect(() => {
    editor.setOptions({
      editorProps: {
        ...editor.options.editorProps,
        attributes: { ...(editor.options.editorProps.attributes as object), lang: language },
      },
    })
  }, [editor, language])

  return (
    <div className="input p-0">
      <Toolbar editor={editor} />
      <EditorContent editor={editor} />
      <div role="status">
        {noticed.length > 0 && (
          <div className="m-3 border-s-4 border-accent bg-accent-wash px-3 py-2 font-sans text-sm">
            <p>{t('pasted')}</p>
            <ul className="mt-1 list-disc ps-5">
              {noticed.map(({ notice, words }) => (
                <li key={notice} className="wrap-anywhere">
                  {t(`notices.${notice}`)}
                  {words.length > 0 && <>: {quoted(words)}</>}.
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </div>
  )
}

/** Replaces the editor's document if it differs. Adds no step to the undo history and does not call `onChange`. */
function show(editor: Editor, document: TextDocument): void {
  const { doc, tr, schema } = editor.state
  const next = schema.nodeFromJSON(document)
  const from = doc.content.findDiffStart(next.content)
  const ends = doc.content.findDiffEnd(next.content)
  if (from === null || !ends) return
  const overlap = Math.max(0, from - Math.min(ends.a, ends.b))
  tr.replace(from, ends.a + overlap, next.slice(from, ends.b + overlap))
  editor.view.dispatch(tr.setMeta('addToHistory', false).setMeta('preventUpdate', true))
}

function Toolbar({ editor }: { editor: Editor }) {
  const t = useTranslations('editor')
  const active = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      italic: now.isActive('italic'),
      notAgreed: now.isActive('notAgreed'),
      placeholder: now.isActive('placeholder'),
      undo: now.can().undo(),
      redo: now.can().redo(),
    }),
  })
  const marks = [
    { name: 'italic', label: t('italic'), sign: <em className="font-serif">I</em> },
    { name: 'notAgreed', label: t('notAgreed'), sign: <b>[&thinsp;]</b> },
    { name: 'placeholder', label: t('placeholder'), sign: '[…]' },
  ] as const
  const steps = [
    { name: 'undo', label: t('undo'), sign: '↶' },
    { name: 'redo', label: t('redo'), sign: '↷' },
  ] as const
  return (
    <div
      role="toolbar"
      aria-label={t('toolbar')}
      className="flex flex-wrap gap-1 border-b border-line p-1"
    >
      {marks.map(({ name, label, sign }) => (
        <button
          key={name}
          type="button"
          aria-pressed={active[name]}
          aria-label={label}
          title={label}
          className="editor-tool"
          onClick={() =>
            editor
              .chain()
              .focus()
              .toggleMark(name, {}, name === 'italic' ? {} : WHOLE)
              .run()
          }
        >
          {sign}
        </button>
      ))}
      {steps.map(({ name, label, sign }) => (
        <button
          key={name}
          type="button"
          disabled={!active[name]}
          aria-label={label}
          title={label}
          className="editor-tool"
          onClick={() => editor.chain().focus()[name]().run()}
        >
          {sign}
        </button>
      ))}
    </div>
  )
}

type Json = { type?: string; text?: string; marks?: { type: string }[]; content?: Json[] }

/** The editor's document with exactly the keys that the schema of lib/text knows. */
function documentOf(editor: Editor): TextDocument {
  const paragraphs = (editor.getJSON() as Json).content ?? []
  return {
    type: 'doc',
    content: paragraphs.map(({ content }) => ({
      type: 'paragraph',
      ...(content && {
        content: content.map(({ text, marks }) => ({
          type: 'text',
          text: text ?? '',
          ...(marks?.length && { marks: marks.map(({ type }) => ({ type })) }),
        })),
      }),
    })),
  }
}
