import messages from '@/messages/failures.en.json'
import { timeOf } from './lost-answer'
import type { KeptWords } from './use-kept-words'

/** Tells that words typed before are back in the form, and offers those of other tabs. */
export function KeptNotice({ kept: { notice, others, putBack, throwAway } }: { kept: KeptWords }) {
  if (!notice && others.length === 0) return null
  return (
    <div role="status" className="grid gap-2 border-s-4 border-accent bg-accent-wash px-4 py-3">
      {notice?.is === 'restored' && <p>{messages.restored}</p>}
      {notice?.is === 'done' && <p>{messages.sentBefore.replace('{time}', timeOf(notice.at))}</p>}
      {others.map((found) => (
        <div key={found.key} className="flex flex-wrap items-center gap-2">
          <p>{messages.earlier.replace('{time}', timeOf(found.copy.at))}</p>
          <button type="button" className="button" onClick={() => putBack(found)}>
            {messages.putBack}
          </button>
          <button type="button" className="button button-plain" onClick={() => throwAway(found)}>
            {messages.throwAway}
          </button>
        </div>
      ))}
    </div>
  )
}
