import type { DecidedRequest } from '@/lib/circulation/requests/queries'
import { printSeatTime } from '@/lib/clock'
import { translations } from '@/lib/messages'

/** The decided requests, the latest first: the person, the time and the reason. */
export function DecidedRequests({ requests }: { requests: readonly DecidedRequest[] }) {
  const t = translations('takePart')
  const kinds = translations('entityKinds')
  return (
    <section className="mt-12">
      <h2 className="mb-2 font-serif text-xl font-semibold">{t('decided')}</h2>
      <ul className="divide-y divide-line border-y border-line">
        {requests.map((request) => (
          <li key={request.id} className="py-3">
            <p>
              <span className="font-semibold" dir="auto">
                {request.name}
              </span>{' '}
              · {kinds(request.kind)}
            </p>
            <p className="break-words text-sm text-quiet">
              {t('contact', { name: request.contactName, email: request.email })}
            </p>
            <p className="text-sm">
              {t(`decisions.${request.decision}`, {
                entity: request.entity,
                name: request.decidedBy,
                time: printSeatTime(request.decidedAt),
              })}
            </p>
            {request.reason && (
              <p className="mt-1 max-w-prose whitespace-pre-line text-sm" dir="auto">
                {request.reason}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
