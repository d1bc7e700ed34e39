import { CheckGroup } from '@/components/ui/field'
import { Form, type FormAction, HiddenValues, SubmitButton } from '@/components/ui/form'
import { type EntityKind, entityKinds } from '@/lib/delegations/kinds'
import { translations } from '@/lib/messages'

/** Asks all of a kind, and States and organisations one by one. */
export function AddAddresseesForm({
  id,
  action,
  entities,
  isOpen,
}: {
  id: string
  action: FormAction
  /** Those that are not asked yet. */
  entities: readonly { id: string; name: string; kind: EntityKind }[]
  /** Whether the letter goes to the new ones at once. */
  isOpen: boolean
}) {
  const t = translations('addressees')
  const words = translations('entityKinds')
  const kinds = entityKinds
    .map((kind) => ({ kind, count: entities.filter((entity) => entity.kind === kind).length }))
    .filter(({ count }) => count > 0)
  if (kinds.length === 0) return <p className="mt-10 text-quiet">{t('allAsked')}</p>
  return (
    <section aria-labelledby="add" className="no-print mt-12 max-w-3xl">
      <h2 id="add" className="mb-3 font-serif text-xl font-semibold">
        {t('add')}
      </h2>
      <Form action={action} className="grid gap-5">
        <HiddenValues values={{ id }} />
        <CheckGroup
          name="kinds"
          legend={t('byKind')}
          options={kinds.map(({ kind, count }) => ({
            value: kind,
            label: t('allOfKind', { kind: words(kind), count }),
            checked: false,
          }))}
        />
        <details>
          <summary className="cursor-pointer font-semibold">{t('oneByOne')}</summary>
          <div className="mt-3 columns-1 gap-x-8 sm:columns-2">
            <CheckGroup
              name="entities"
              legend={t('entities')}
              options={entities.map(({ id: value, name }) => ({
                value,
                label: name,
                checked: false,
              }))}
            />
          </div>
        </details>
        <p className="text-sm text-quiet">{t(isOpen ? 'addOpenHint' : 'addHint')}</p>
        <div>
          <SubmitButton>{t('addNow')}</SubmitButton>
        </div>
      </Form>
    </section>
  )
}
