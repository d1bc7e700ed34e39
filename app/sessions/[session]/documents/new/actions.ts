'use server'

import { registerDocument } from '@/lib/documents/commands'
import { RegisterDocument } from '@/lib/documents/schema'
import { formAction } from '@/lib/http/action'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'

export const register = formAction(RegisterDocument, async (actor, input) => {
  const { slug, symbol } = await registerDocument(actor, input)
  return {
    goTo: paths.document(slug, symbol),
    message: translations('documents')('registered', { symbol }),
  }
})
