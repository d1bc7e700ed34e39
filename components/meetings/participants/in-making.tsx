import { ActForm } from '@/components/ui/act-form'
import type { FormAction } from '@/components/ui/form'
import { entityKinds } from '@/lib/delegations/kinds'
import { inPrintedOrder } from '@/lib/meetings/attendance/marks'
import { sizeOf } from '@/lib/meetings/participants/content'
import { printAccredited } from '@/lib/meetings/participants/lines'
import type { ParticipantsInMaking } from '@/lib/meetings/participants/queries'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'

/** The present list of participants: its gaps, its files to check, and its issue. */
export function InMaking({
  slug,
  list,
  isFirst,
  hindrance,
  issue,
}: {
  slug: string
  list: ParticipantsInMaking
  isFirst: boolean
  /** Why it cannot be issued now. */
  hindrance: string | null
  issue: FormAction
}) {
  const t = translations('participants')
  const { sessionId, content, isEmpty } = list
  return (
    <section aria-labelledby="making" className="no-print mt-10 max-w-4xl">
      <h2 id="making" className="font-serif text-xl font-semibold">
        {t(isFirst ? 'next' : 'nextRevision')}
      </h2>
      <p className="mt-1 max-w-prose text-quiet">
        {t(content.isProvisional ? 'provisionalLead' : 'finalLead', sizeOf(content))}
      </p>
      <div className="mb-8 mt-4 flex flex-wrap items-center gap-x-5 gap-y-2">
        {hindrance ? (
          <p className="text-sm">{hindrance}</p>
        ) : (
          <ActForm
            action={issue}
            values={{ sessionId }}
            button={t(isFirst ? 'issue' : 'issueRevision')}
          />
        )}
        {!isEmpty &&
          (['docx', 'pdf'] as const).map((format) => (
            <a key={format} href={paths.participantsFile(slug, format)} className="way text-sm">
              {t('check', { form: t(format) })}
            </a>
          ))}
      </div>
      <ListedRows slug={slug} list={list} />
    </section>
  )
}

/** The delegations on the list by kind, with the people of each as it would print them; then the panellists. */
function ListedRows({ slug, list }: { slug: string; list: ParticipantsInMaking }) {
  const t = translations('participants')
  const words = translations('attendance.plurals')
  const { content, delegations } = list
  const listed = delegations
    .filter(({ attended }) => content.isProvisional || attended)
    .toSorted(inPrintedOrder)
  const tables = entityKinds.map((kind) => {
    const rows = listed.filter((row) => row.kind === kind)
    if (rows.length === 0) return null
    return (
      <table key={kind} className="ledger ledger-stacked mb-8">
        <caption className="pb-1 text-start font-serif text-lg font-semibold">
          {words(kind)}
        </caption>
        <thead>
          <tr>
            <th scope="col" className="sm:w-1/4">
              {t('entity')}
            </th>
            <th scope="col">{t('people')}</th>
            <th scope="col" className="sm:w-32">
              <span className="sr-only">{t('names')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, accredited, members }) => (
            <tr key={name}>
              <td className="font-semibold">{name}</td>
              <td>
                {accredited.length > 0
                  ? accredited.map((person) => (
                      <span key={printAccredited(person)} className="block">
                        {printAccredited(person)}
                      </span>
                    ))
                  : members.map(({ honorific, name: person }) => (
                      <span key={person} className="block">
                        {`${honorific} ${person}`.trim()}
                      </span>
                    ))}
                {accredited.length + members.length === 0 && (
                  <span className="text-quiet">{t('nobody')}</span>
                )}
              </td>
              <td>
                {id && (
                  <a
                    href={paths.accredited(slug, id)}
                    className="way"
                    aria-label={t('editNamesOf', { name })}
                  >
                    {t('editNames')}
                  </a>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    )
  })
  return (
    <>
      {tables}
      {content.panellists.length > 0 && (
        <section aria-labelledby="panellists" className="mb-8">
          <h3 id="panellists" className="font-serif text-lg font-semibold">
            {t('panellists')}
          </h3>
          <ul className="mt-1">
            {content.panellists.map((person) => (
              <li key={printAccredited(person)} className="border-b border-line py-1.5">
                {printAccredited(person)}
              </li>
            ))}
          </ul>
          <a href={paths.panellists(slug)} className="way mt-2 inline-block text-sm">
            {t('editPanellists')}
          </a>
        </section>
      )}
    </>
  )
}
