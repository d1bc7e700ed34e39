import messages from '@/messages/failures.en.json'
import { withTime } from './lost-answer'
import type { KeptWords } from './use-kept-words'

/** Tells that words typed before are back in the form, and offers those of other tabs. */
export function KeptNotice({
  kept: { notice, otherCopies, putBack, throwAway },
}: {
  kept: KeptWords
}) {
  if (!notice && otherCopies.length === 0) return null
  return (
    <div role="status" className="grid gap-2 border-s-4 border-accent bg-accent-wash px-4 py-3">
      {notice?.is === 'restored' && <p>{messages.restored}</p>}
      {notice?.is === 'done' && <p>{withTime(messages.sentBefore, notice.at)}</p>}
      {otherCopies.map((copy) => (
        <div key={copy.key} className="flex flex-wrap items-center gap-2">
          <p>{withTime(messages.earlier, copy.copy.at)}</p>
          <button type="button" className="button" onClick={() => putBack(copy)}>
            {messages.putBack}
          </button>
          <button type="button" className="button button-plain" onClick={() => throwAway(copy)}>
            {messages.throwAway}
          </button>
        </div>
      ))}
    </div>
  )
}
