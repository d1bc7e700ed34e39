import 'server-only'
import type { CompilationFormat } from '@/lib/circulation/compilation/formats'
import type { CompiledCirculation } from '@/lib/circulation/compilation/views'
import { streamCsv } from '@/lib/export/stream/csv'
import { streamSheet } from '@/lib/export/stream/sheet'
import { compilationColumns } from './columns'
import { compilationHtml } from './html'
import { compilationJson } from './json'
import { type Progress, readRows } from './rows'
import { compilationWord } from './word'

/** The content type of each form. */
export const TYPES: Record<CompilationFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

/**
 * The comments of a circulation that its reader sees as a file, piece by piece. The same comments give the same bytes.
 * Responses in the making are in none. The caller has asked who reads the circulation.
 */
export function compilationFile(
  circulation: CompiledCirculation,
  format: CompilationFormat,
  progress?: Progress,
): AsyncGenerator<Uint8Array> {
  const batches = readRows(circulation, progress)
  switch (format) {
    case 'docx':
      return compilationWord(circulation, batches)
    case 'xlsx':
      return streamSheet('Comments', compilationColumns(), batches)
    case 'csv':
      return encoded(streamCsv(compilationColumns(), batches))
    case 'html':
      return encoded(compilationHtml(circulation, batches))
    case 'json':
      return encoded(compilationJson(circulation, batches))
  }
}

async function* encoded(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const piece of pieces) yield encoder.encode(piece)
}
