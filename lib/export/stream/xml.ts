import { safe } from '@/lib/export/tables/safe'

const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Words as they stand in XML; characters that it cannot hold are replaced. */
export const xmlText = (text: string): string =>
  safe(text).replace(/[&<>"]/g, (sign) => ESCAPED[sign]!)
