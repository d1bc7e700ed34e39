'use server'

import { formAction } from '@/lib/http/action'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { prepareSilence } from '@/lib/silence/conduct/preparing'
import { PrepareSilence } from '@/lib/silence/schema'

export const prepare = formAction(PrepareSilence, async (actor, input) => {
  const { slug, number } = await prepareSilence(actor, input)
  return { goTo: paths.silence(slug, number), message: translations('silence')('kept') }
})
