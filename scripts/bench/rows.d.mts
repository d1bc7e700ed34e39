import type pg from 'pg'
type Row = Record<string, unknown>
export const pool: pg.Pool
export function listRows(slug: string, word: string | null): Promise<Row[]>
export function proposalRows(
  slug: string,
  number: number,
): Promise<{ proposal?: Row; comments: Row[] }>
export function compilationRows(
  circulation: string,
  item: string,
): Promise<{ text?: string; comments: Row[] }>
export function escape(text: unknown): string
export function line(row: Row): string
export function page(body: string): string
export function issuedPage(slug: string): Promise<string>
export function reportRows(slug: string): Promise<{ about?: Row; paragraphs: Row[]; items: Row[] }>
export function insertComment(proposal: string, delegation: string, text: string): Promise<void>
