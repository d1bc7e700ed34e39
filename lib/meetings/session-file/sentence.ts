import { translations } from '@/lib/messages'
import type { FileFault } from './faults'

/** A fault at a place of a file, as a line: the place, then the sentence. */
export function faultSentence({ path, key, values }: FileFault): string {
  const sentence = translations('sessionFile.faults')(key, values)
  return path ? `${path}: ${sentence}` : sentence
}
