'use client'

/** Says since when a page is cut off from the server; `text` has a # for the time. */
export function NotLive({ since, text }: { since: Date | null; text: string }) {
  const time = since && new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' }).format(since)
  return (
    <div role="status" className="no-print fixed inset-x-0 bottom-0 z-20 text-center">
      {time && (
        <p className="inline-block rounded-t-md bg-alarm-wash px-4 py-2 text-sm font-semibold text-alarm">
          {text.replace('#', time)}
        </p>
      )}
    </div>
  )
}
