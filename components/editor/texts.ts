import type { KeeperTexts } from './draft-keeper'
import { losses } from './paste'
import type { EditorTexts } from './text-editor'
import { translations } from '@/lib/messages'

/** The editor's sentences, for the server component that draws it. */
export async function editorTexts(): Promise<EditorTexts> {
  const t = translations('editor')
  const named = Object.fromEntries(losses.map((loss) => [loss, t(`losses.${loss}`)]))
  return {
    toolbar: t('toolbar'),
    italic: t('italic'),
    notAgreed: t('notAgreed'),
    placeholder: t('placeholder'),
    undo: t('undo'),
    redo: t('redo'),
    leftOut: t('leftOut'),
    losses: named as EditorTexts['losses'],
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
