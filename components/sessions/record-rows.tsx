import { printSeatTime } from '@/lib/clock'
import { NamedItem } from '@/components/consolidation/named-item'
import { Fingerprint } from '@/components/text/fingerprint'
import type { ItemName } from '@/lib/consolidation/item-name'
import { type OfficeKind, officeKinds } from '@/lib/delegations/kinds'
import { paths } from '@/lib/paths'
import type { RecordLine } from '@/lib/sessions/record/queries'
import { sentenceValues } from '@/lib/sessions/record/values'
import { translations } from '@/lib/messages'

/** The acts of a session as sentences, each with the hash of the text that it made known. */
export function RecordRows({
  lines,
  slug,
  names,
}: {
  lines: readonly RecordLine[]
  slug: string
  /** The items that acts were about, by id. */
  names: ReadonlyMap<string, ItemName>
}) {
  const t = translations('record')
  const offices = translations('offices')
  const isOffice = (word: string): word is OfficeKind =>
    officeKinds.some((office) => office === word)
  const capacity = ({ delegationId, actingFor, data }: RecordLine) => {
    if (!actingFor) return ''
    if (delegationId !== null || !isOffice(actingFor)) return t('for', { name: actingFor })
    const office = offices(actingFor)
    const { onBehalfOf: chair } = data
    return chair ? t('asPresiding', { office, chair }) : t('as', { office })
  }
  return (
    <table className="ledger ledger-stacked">
      <caption className="sr-only">{t('caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('when')}</th>
          <th scope="col">{t('who')}</th>
          <th scope="col">{t('what')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const { id, at, event, personName, data, textHash } = line
          const key = `events.${event}` as 'events.delegation.registered'
          const sentence = t.has(key)
            ? t(key, sentenceValues(event, data) as { name: string })
            : event
          const href = proposalOf(line, slug)
          const name = names.get(line.subjectId ?? '')
          return (
            <tr key={String(id)}>
              <td className="text-quiet sm:w-44">
                <time dateTime={at.toISOString()}>{printSeatTime(at)}</time>
              </td>
              <td className="sm:w-56">
                <span className="font-semibold">{personName || t('system')}</span>{' '}
                <span className="text-quiet">{capacity(line)}</span>
              </td>
              <td>
                {href ? <a href={href}>{sentence}</a> : sentence}
                {name && (
                  <>
                    {': '}
                    <NamedItem item={name} slug={slug} />
                  </>
                )}
                {textHash && <Fingerprint hash={textHash} label={t('hash')} />}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** The address of the proposal of an act. */
function proposalOf({ event, data }: RecordLine, slug: string): string | null {
  const about = ['proposal', 'comment', 'amendment'].some((noun) => event.startsWith(`${noun}.`))
  return about && typeof data.number === 'number' ? paths.proposal(slug, data.number) : null
}
