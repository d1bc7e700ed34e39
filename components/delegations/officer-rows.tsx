import type { OfficerView } from '@/lib/delegations/queries'
import { translations } from '@/lib/messages'
import { Confirmed } from '@/components/ui/confirmed'
import { Empty } from '@/components/ui/empty'
import type { FormAction } from '@/components/ui/form'

/** Those who hold an office; for those who appoint them, each with its address and the button that ends the appointment. */
export function OfficerRows({
  officers,
  sessionId,
  end,
  mayEndInGroup,
}: {
  officers: readonly OfficerView[]
  sessionId: string
  /** Null for readers who appoint nobody. */
  end: FormAction | null
  mayEndInGroup: boolean
}) {
  const t = translations('officersPage')
  const words = translations('offices')
  if (officers.length === 0) return <Empty title={t('none')}>{end && t('noneHint')}</Empty>
  return (
    <table className="ledger ledger-stacked">
      <caption className="sr-only">{t('caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('office')}</th>
          <th scope="col">{t('name')}</th>
          {end && <th scope="col">{t('email')}</th>}
          <th scope="col">{t('where')}</th>
          {end && (
            <th scope="col">
              <span className="sr-only">{t('end')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {officers.map(({ id, kind, honorific, name, email, wholeGroup }) => (
          <tr key={id}>
            <td className="text-quiet">{words(kind)}</td>
            <td className="font-semibold">{`${honorific} ${name}`.trim()}</td>
            {end && <td className="break-words">{email}</td>}
            <td className="text-quiet">{t(wholeGroup ? 'everySession' : 'thisSession')}</td>
            {end && (
              <td className="py-0! sm:text-end">
                {(mayEndInGroup || !wholeGroup) && (
                  <Confirmed
                    title={t('end')}
                    label={t('endOf', { name, office: words(kind) })}
                    action={end}
                  >
                    <input type="hidden" name="sessionId" value={sessionId} />
                    <input type="hidden" name="officeId" value={id} />
                  </Confirmed>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
