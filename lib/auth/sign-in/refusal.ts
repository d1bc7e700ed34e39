import 'server-only'
import { translations } from '@/lib/messages'
import { singleSignOn } from './single-sign-on'

const KEYS = ['signInFailed', 'linkDead'] as const

/** The sentence for the `error` that next-auth gives the sign-in page; null if there is none. */
export function refusalOf(error: string | undefined): string | null {
  if (!error) return null
  const t = translations('refusals')
  const problems = translations('signIn.problems')
  const [key = '', minutes = ''] = error.split('.')
  const sentenceKey = KEYS.find((candidate) => candidate === key)
  if (sentenceKey) return t(sentenceKey)
  if (key === 'tooManyAttempts') return t(key, { minutes: Number(minutes.slice(0, 4)) || 1 })
  const name = singleSignOn()?.name
  if (name && key === 'unknownPerson') return problems('unknown', { name })
  if (name && key === 'addressNotConfirmed') return problems('notConfirmed', { name })
  return name && /^(OAuth|Callback)/.test(key) ? problems('failed', { name }) : problems('other')
}
