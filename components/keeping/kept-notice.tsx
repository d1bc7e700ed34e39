import messages from '@/messages/failures.en.json'
import type { MovedText } from './basis'
import { withTime } from './lost-answer'
import type { KeptWords } from './use-kept-words'

/**
 * Tells that words typed before are back in the form, offers those of other tabs, and warns of what somebody else
 * changed under the words.
 */
export function KeptNotice({
  kept: { notice, otherCopies, putBack, throwAway, moved, takeMoved },
}: {
  kept: KeptWords
}) {
  const isQuiet = !notice && otherCopies.length === 0
  return (
    <>
      {!isQuiet && <Found {...{ notice, otherCopies, putBack, throwAway }} />}
      {moved.length > 0 && <Moved moved={moved} take={takeMoved} />}
    </>
  )
}

function Moved({ moved, take }: { moved: readonly MovedText[]; take: () => void }) {
  return (
    <div role="alert" className="grid gap-2 border-s-4 border-alarm bg-alarm-wash px-4 py-3">
      <p>{messages.moved}</p>
      {moved.map(({ name, label, text }) => (
        <details key={name}>
          <summary className="cursor-pointer py-1 text-sm text-accent">
            {messages.standsNow.replace('{label}', label)}
          </summary>
          <p dir="auto" className="whitespace-pre-line break-words font-serif">
            {text}
          </p>
        </details>
      ))}
      <button type="button" className="button w-fit" onClick={take}>
        {messages.takeMoved}
      </button>
    </div>
  )
}

function Found({
  notice,
  otherCopies,
  putBack,
  throwAway,
}: Pick<KeptWords, 'notice' | 'otherCopies' | 'putBack' | 'throwAway'>) {
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
