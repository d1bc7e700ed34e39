import { z } from 'zod'
import { locales } from '@/lib/text/locales'
import { requiredLine, requiredName } from '@/lib/text/line'
import { distributions, documentKinds, documentSeries, documentSteps } from './kinds'
import { parseSymbol } from './symbols/symbol'

const day = z.iso.date('date').transform((value) => new Date(`${value}T00:00:00Z`))
const maybeId = z
  .uuid()
  .or(z.literal('').transform(() => null))
  .default(null)

/** The relation of a document to an earlier one: the word of its suffix. */
export const followings = ['Rev', 'Add', 'Amend', 'Corr', 'Summary', '-*'] as const
export type Following = (typeof followings)[number]

/**
 * A document to be registered. Without a typed symbol it gets the next free one: of its series, or after the
 * document that it follows.
 */
export const RegisterDocument = z
  .object({
    sessionId: z.uuid(),
    kind: z.enum(documentKinds, 'choose'),
    series: z.enum(documentSeries).or(z.literal('')).default(''),
    symbol: z
      .string()
      .trim()
      .max(100, 'tooLong')
      .refine((typed) => typed === '' || parseSymbol(typed), 'symbol')
      .default(''),
    followsId: maybeId,
    following: z.enum(followings).or(z.literal('')).default(''),
    title: requiredName(300),
    agendaItemId: maybeId,
    languages: z.array(z.enum(locales)).min(1, 'choose'),
    originalLanguage: z.enum(locales, 'choose'),
    distribution: z.enum(distributions, 'choose'),
    datedOn: day,
  })
  .refine(({ followsId, following, symbol }) => !followsId || following || symbol, {
    message: 'choose',
    path: ['following'],
  })
  .refine(({ followsId, following, symbol }) => !following || followsId || symbol, {
    message: 'choose',
    path: ['followsId'],
  })
export type RegisterDocument = z.output<typeof RegisterDocument>

export const OneSession = z.object({ sessionId: z.uuid() })

export const OneDocument = z.object({ id: z.uuid() })
export type OneDocument = z.output<typeof OneDocument>

export const CorrectDocument = OneDocument.extend({ title: requiredName(300), datedOn: day })
export type CorrectDocument = z.output<typeof CorrectDocument>

export const WithdrawDocument = OneDocument.extend({ reason: requiredLine(500) })
export type WithdrawDocument = z.output<typeof WithdrawDocument>

export const NoteStep = OneDocument.extend({ kind: z.enum(documentSteps, 'choose'), takenOn: day })
export type NoteStep = z.output<typeof NoteStep>

/** A file of a document in a language; the file itself comes with the form. */
export const AddFile = OneDocument.extend({ language: z.enum(locales, 'choose') })

export const RemoveFile = z.object({ id: z.uuid() })
export type RemoveFile = z.output<typeof RemoveFile>
