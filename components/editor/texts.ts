import type { KeeperTexts } from './draft-keeper'
import { notices } from './paste/notices'
import type { EditorTexts } from './text-editor'
import { translations } from '@/lib/messages'

/** The editor's sentences, for the server component that draws it. */
export async function editorTexts(): Promise<EditorTexts> {
  const t = translations('editor')
  const sentences = Object.fromEntries(notices.map((notice) => [notice, t(`notices.${notice}`)]))
  return {
    toolbar: t('toolbar'),
    italic: t('italic'),
    notAgreed: t('notAgreed'),
    placeholder: t('placeholder'),
    undo: t('undo'),
    redo: t('redo'),
    pasted: t('pasted'),
    notices: sentences as EditorTexts['notices'],
  }
}

/** The keeper's sentences, likewise. */
export async function keeperTexts(): Promise<KeeperTexts> {
  const t = translations('editor.keeper')
  return {
    saved: t('saved'),
    saving: t('saving'),
    unsaved: t('unsaved'),
    offline: t('offline'),
    signedOut: t('signedOut'),
    restored: t('restored'),
    earlier: t('earlier'),
    putBack: t('putBack'),
    throwAway: t('throwAway'),
    copy: t('copy'),
  }
}
