import {
  FileCheck2,
  FilePen,
  FileX2,
  Handshake,
  ListChecks,
  type LucideIcon,
  MessageSquare,
  PencilLine,
  Send,
  UserMinus,
} from 'lucide-react'

const ICONS: Record<string, LucideIcon> = {
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
  const Icon = ICONS[name]
  return Icon ? <Icon aria-hidden size={16} className="shrink-0" /> : null
}
