'use server'

import type { SessionFileAnswer } from '@/components/import/session-file-form'
import { authorize, Refused } from '@/lib/errors'
import { formAction } from '@/lib/http/action'
import { importSession, newGroupOf, previewSessionFile } from '@/lib/meetings/session-file/commands'
import { TypedSessionFile } from '@/lib/meetings/session-file/format'
import { faultSentence } from '@/lib/meetings/session-file/read'
import { previewOf, sessionOf } from '@/lib/meetings/session-file/summary'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { canCreateSession } from '@/lib/sessions/policy'

export const checkOrWrite = formAction(TypedSessionFile, async (actor, { text, step }) => {
  authorize(canCreateSession(actor), 'secretariatOnly')
  const { file, faults } = await previewSessionFile(Buffer.from(text))
  const t = translations('sessionFile')
  if (step === 'write') {
    if (!file) throw new Refused('invalid', 'sessionFileFaulty', { faults: faults.length }, 'text')
    const { slug } = await importSession(actor, file)
    return { goTo: paths.session(slug), message: t('written') }
  }
  const newGroup = file && (await newGroupOf(file))
  const group = newGroup ? [{ title: t('parts.group'), lines: [t('newGroup', newGroup)] }] : []
  const answer: SessionFileAnswer = {
    text,
    summary: file ? sessionOf(file) : t('nothing', { faults: faults.length }),
    faults: faults.map(faultSentence),
    parts: file ? [...group, ...previewOf(file)] : [],
  }
  return { answer }
})
