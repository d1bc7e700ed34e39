import { ClientMessages } from '@/components/messages/client-messages'
import type { FormAction } from '@/components/ui/form'
import type { TypingView } from '@/lib/plenary/screen/concurrent-typing'
import { paths } from '@/lib/paths'
import { TypingField } from './typing-field'

/** Types into the text before the room; typed words are visible at once, and become a wording when they are fixed. */
export function ScreenTyping({
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
  return (
    <ClientMessages namespaces={['plenary.typing', 'editor']}>
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
        acts={acts}
      />
    </ClientMessages>
  )
}
