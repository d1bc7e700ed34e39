import {
  FileCheck2,
  FilePen,
  FileX2,
  Handshake,
  ListChecks,
  type IconNode,
  MessageSquare,
  PencilLine,
  Send,
  UserMinus,
} from 'lucide'
import { Icon } from '@/components/ui/icon'

const ICONS: Record<string, IconNode> = {
  decide: ListChecks,
  goOnRevising: FilePen,
  revise: FilePen,
  takeOver: FileCheck2,
  confirm: Handshake,
  coSponsor: Handshake,
  goOnSuggesting: PencilLine,
  suggest: PencilLine,
  comment: MessageSquare,
  leave: UserMinus,
  withdraw: FileX2,
  ask: Send,
}

/** The sign of an act, beside its words. */
export function ActIcon({ name }: { name: string }) {
  const icon = ICONS[name]
  return icon ? <Icon of={icon} size={16} className="shrink-0" /> : null
}
