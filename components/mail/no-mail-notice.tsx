import { translations } from '@/lib/messages'

/** Says, where the Secretariat writes to people, that no letter arrives, and how a person can sign in all the same. */
export function NoMailNotice() {
  const t = translations('mail')
  return (
    <p className="mb-8 max-w-prose border-s-4 border-alarm ps-4 text-sm">
      {t.rich('notSent', { code: (command) => <code>{command}</code> })}
    </p>
  )
}
