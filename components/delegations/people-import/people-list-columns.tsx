import { entityKinds } from '@/lib/delegations/kinds'
import { listColumns } from '@/lib/delegations/people-import/read-list'
import { translations } from '@/lib/messages'

const example = [
  listColumns.join(','),
  'Arvenia,Member State,Amara Voss,Ms.,amara.voss@arvenia.example,head,yes',
  'Arvenia,,Ansel Orin,Mr.,ansel.orin@arvenia.example,adviser,no',
].join('\n')

const keys = {
  delegation: 'delegation',
  kind: 'kind',
  person: 'person',
  honorific: 'honorific',
  'e-mail': 'email',
  role: 'role',
  'may submit': 'maySubmit',
} as const

/** The columns of a list of people, and the allowed values of each. */
export function PeopleListColumns() {
  const t = translations('peopleList')
  const words = translations('entityKinds')
  const kinds = entityKinds.map((kind) => words(kind)).join(', ')
  return (
    <section className="grid content-start gap-4 text-sm">
      <h2 className="font-serif text-xl font-semibold">{t('columns')}</h2>
      <p className="text-quiet">{t('columnsHint')}</p>
      <dl className="grid gap-3">
        {listColumns.map((column) => (
          <div key={column}>
            <dt className="font-semibold">{column}</dt>
            <dd className="text-quiet">{t(`columnList.${keys[column]}`, { kinds })}</dd>
          </div>
        ))}
      </dl>
      <h3 className="font-semibold">{t('example')}</h3>
      <pre className="overflow-x-auto rounded-md bg-sunk p-3 text-xs" tabIndex={0}>
        {example}
      </pre>
    </section>
  )
}
