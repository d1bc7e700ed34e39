import type { Paper } from './paper'

/** The paper as a Word document, by `docx/write.ts`; its library is loaded at the first request. */
export const paperToDocx = async (paper: Paper): Promise<Uint8Array> =>
  (await import('./docx/write')).paperToDocx(paper)
