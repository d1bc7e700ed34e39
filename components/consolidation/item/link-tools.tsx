import { ClientMessages } from '@/components/messages/client-messages'
import { ActForm } from '@/components/ui/act-form'
import { AskedField, ChoiceField } from '@/components/ui/field'
import { Form, type FormAction, SubmitButton } from '@/components/ui/form'
import type { DeskSource } from '@/lib/consolidation/views'
import { takenKinds, type Taken } from '@/lib/consolidation/kinds'
import { translations } from '@/lib/messages'
import { WordsField } from './words-field'

/** The extent that the item takes of one source, and the removal of the source. */
export function LinkTools({
  source,
  itemId,
  slug,
  acts,
}: {
  source: DeskSource & { taken: Taken; words: string }
  itemId: string
  slug: string
  acts: Record<'retake' | 'unlink', FormAction>
}) {
  const t = translations('consolidation')
  return (
    <div className="no-print flex flex-wrap items-baseline gap-x-5">
      <details className="min-w-0">
        <summary className="cursor-pointer py-1 text-sm text-accent">{t('retake')}</summary>
        <Form action={acts.retake} className="mt-2 grid max-w-prose gap-3">
          <input type="hidden" name="slug" value={slug} />
          <input type="hidden" name="id" value={itemId} />
          <input type="hidden" name="itemIds" value={source.id} />
          <ChoiceField
            name="taken"
            label={t('whatIsTaken')}
            defaultValue={source.taken}
            options={takenKinds.map((kind) => ({ value: kind, label: t(`taken.${kind}`) }))}
          />
          <ClientMessages namespaces={['consolidation.takenPart']}>
            <WordsField texts={[source.text]} language={source.language} initial={source.words} />
          </ClientMessages>
          <AskedField name="strengthConfirmed" label={t('strength.confirm')} />
          <div>
            <SubmitButton tone="quiet">{t('saveTaken')}</SubmitButton>
          </div>
        </Form>
      </details>
      <ActForm
        action={acts.unlink}
        values={{ slug, id: itemId, itemId: source.id }}
        button={t('unlink')}
        tone="plain"
      />
    </div>
  )
}
