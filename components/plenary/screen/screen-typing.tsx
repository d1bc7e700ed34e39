import { editorTexts } from '@/components/editor/texts'
import type { FormAction } from '@/components/ui/form'
import type { TypingView } from '@/lib/plenary/concurrent-typing'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'
import { TypingField } from './typing-field'

/** Types into the text before the room; what is typed is seen at once, and becomes a wording when it is fixed. */
export async function ScreenTyping({
  slug,
  view,
  language,
  bracketed,
  acts,
}: {
  slug: string
  view: TypingView
  language: string
  bracketed: boolean
  acts: { fix: FormAction; clear: FormAction }
}) {
  const t = translations('plenary')
  const editor = await editorTexts()
  return (
    <TypingField
      which={{ slug, id: view.itemId }}
      initial={view}
      language={language}
      bracketed={bracketed}
      addresses={{
        typing: paths.typing(slug),
        stream: paths.consoleStream(slug),
        item: paths.consolidatedItem(slug, view.itemId),
      }}
      texts={editor}
      acts={acts}
      words={{
        label: t('type'),
        hint: t('typeHint'),
        noScript: t('noScript'),
        otherWay: t('otherWay'),
        sent: { idle: '', sending: t('keeping'), sent: t('kept'), waiting: t('notKept') },
        typedBy: t('typedBy'),
        held: t('held'),
        heldHint: t('heldHint'),
        takeHeld: t('takeHeld'),
        leaveHeld: t('leaveHeld'),
        reason: t('reason'),
        fix: t('fix'),
        clear: t('clear'),
      }}
    />
  )
}
