import { paths } from '@/lib/paths'
import type { AgendaItemView } from '@/lib/sessions/overview-queries'
import { translations } from '@/lib/messages'
import { Empty } from '@/components/ui/empty'

/** The agenda with its panellists; the count of an item's proposals leads to them. */
export function SessionAgenda({
  slug,
  agenda,
  keeps,
}: {
  slug: string
  agenda: readonly AgendaItemView[]
  /** Whether the reader enters the agenda. */
  keeps: boolean
}) {
  const t = translations('overview')
  const hasProposals = agenda.some(({ proposals }) => proposals > 0)
  return (
    <section>
      <h2 className="mb-2 font-serif text-xl font-semibold">{t('agenda')}</h2>
      {agenda.length === 0 ? (
        <Empty title={t('agendaEmpty')}>
          {keeps ? <a href={paths.agenda(slug)}>{t('enterAgenda')}</a> : t('agendaEmptyHint')}
        </Empty>
      ) : (
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">{t('item')}</th>
              <th scope="col">{t('itemTitle')}</th>
              {hasProposals && (
                <th scope="col" className="text-end!">
                  {t('proposals')}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {agenda.map((item) => (
              <tr key={`${item.number}${item.letter}`}>
                <td className="w-14 whitespace-nowrap">
                  {item.letter ? <span className="ps-4">({item.letter})</span> : `${item.number}.`}
                </td>
                <td>
                  <span className={item.letter ? '' : 'font-serif text-base font-semibold'}>
                    {item.title}
                  </span>
                  {item.panellists.length > 0 && (
                    <p className="mt-1 max-w-prose text-xs text-quiet">
                      {t('panellists', {
                        names: item.panellists
                          .map((panellist) =>
                            `${panellist.honorific} ${panellist.name} (${panellist.affiliation})`.trim(),
                          )
                          .join(', '),
                      })}
                    </p>
                  )}
                </td>
                {hasProposals && (
                  <td className="text-end">
                    {item.proposals > 0 && (
                      <a href={`${paths.proposals(slug)}?agenda=${item.number}${item.letter}`}>
                        {item.proposals}
                      </a>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
