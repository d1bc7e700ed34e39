import { translations } from '@/lib/messages'
import type { ImportProblem } from './format'

/** The problem of a line, as a sentence. */
export const problemSentence = ({ key, values }: ImportProblem): string =>
  key.startsWith('text.')
    ? translations('refusals')(key, values)
    : translations('imports.problems')(key, values)
