import type { Paper } from './paper'

/** The paper as a Word document, by `docx/write.ts`; its library is read when the first one is asked for. */
export const paperToDocx = async (paper: Paper): Promise<Uint8Array> =>
  (await import('./docx/write')).paperToDocx(paper)
