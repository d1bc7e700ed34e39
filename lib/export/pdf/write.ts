import type { Paper } from '@/lib/export/paper'
import { compile } from '@/lib/export/pdf/compile'
import { fontsFor } from '@/lib/export/pdf/fonts'
import { typstSource } from '@/lib/export/pdf/source'

/**
 * The paper as a tagged PDF with embedded fonts and text that can be searched and copied in all six languages. The same
 * paper gives the same bytes.
 */
export async function paperToPdf(paper: Paper): Promise<Uint8Array> {
  const source = typstSource(paper)
  return compile(source, await fontsFor(source))
}
