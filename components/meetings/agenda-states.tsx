import { ActForm } from '@/components/ui/act-form'
import type { FormAction } from '@/components/ui/form'
import { StateWord, type Shape } from '@/components/ui/state-word'
import type { AgendaStateView } from '@/lib/meetings/sittings/queries'
import { translations } from '@/lib/messages'

const SHAPES: Record<AgendaStateView['state'], Shape> = {
  provisional: 'none',
  adopted: 'none',
  open: 'open',
  concluded: 'done',
}
const itemSteps = ['opened', 'concluded', 'reopened'] as const
type ItemStep = (typeof itemSteps)[number]

/** The state of each agenda item, with the steps that this person may take. */
export function AgendaStates({
  session,
  items,
  may,
  take,
}: {
  session: { id: string; version: number }
  items: readonly AgendaStateView[]
  may: (item: AgendaStateView, step: ItemStep) => boolean
  take: FormAction
}) {
  const t = translations('sitting')
  if (items.length === 0) return null
  return (
    <section className="mt-10">
      <h2 className="mb-2 font-serif text-xl font-semibold">{t('agenda')}</h2>
      <table className="ledger ledger-stacked">
        <caption className="sr-only">{t('agenda')}</caption>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <td>
                {item.number}
                {item.letter && ` (${item.letter})`} {item.title}
              </td>
              <td>
                <StateWord shape={SHAPES[item.state]}>{t(`itemStates.${item.state}`)}</StateWord>
              </td>
              <td className="py-0! sm:text-end">
                {itemSteps
                  .filter((step) => may(item, step))
                  .map((step) => (
                    <ActForm
                      key={step}
                      action={take}
                      className="inline-block"
                      values={{
                        sessionId: session.id,
                        version: session.version,
                        agendaItemId: item.id,
                        kind: step,
                      }}
                      tone="plain"
                      button={t(`itemSteps.${step}`)}
                      label={t(`itemStepsOf.${step}`, { item: `${item.number}${item.letter}` })}
                    />
                  ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
