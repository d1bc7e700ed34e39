'use client'

// These messages have a separate file, because this component renders after a failure of the rest.
import messages from '@/messages/failed-page.en.json'

/** The error page of a defect: its meaning for the person, and the way back. */
export function Failure({ mark, retry }: { mark: string | undefined; retry: () => void }) {
  return (
    <div role="alert">
      <h1 className="font-serif text-2xl font-semibold">{messages.title}</h1>
      <p className="mt-3 max-w-prose">
        {messages.explain} <code>{mark ?? '–'}</code>
      </p>
      <p className="mt-6 flex flex-wrap gap-3">
        <button type="button" className="button button-main" onClick={retry}>
          {messages.again}
        </button>
        <a href="/" className="button">
          {messages.desk}
        </a>
      </p>
    </div>
  )
}
