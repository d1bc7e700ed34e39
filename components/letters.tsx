import type { Markup } from '@/lib/html/safe-html'

/** A block that was written as letters (lib/markup), in a page that React draws. */
export const Letters = ({ children, className }: { children: Markup; className?: string }) => (
  <div className={className} dangerouslySetInnerHTML={{ __html: children.text }} />
)
