'use client'

import { lazy, Suspense, useState } from 'react'
import { v4 as uuid } from 'uuid'
import { useTranslations } from 'use-intl/react'
import { lastHeadingKey, readStored } from '@/components/consolidation/bar/ticks'
import { useBoard } from '@/components/consolidation/board/desk-board'
import type { Choice } from '@/components/ui/choices'
import { CheckField, ChoiceField, Field, SelectField, TextField } from '@/components/ui/field'
import { Form, type FormAction, HiddenValues, SubmitButton } from '@/components/ui/form'
import { directionOf } from '@/lib/text/locales'
import type { PanelBasis } from './basis'
import { PanelSources } from './panel-sources'
import type { OpenPanel } from '@/components/consolidation/bar/ticks'

const Comparison = lazy(() => import('./comparison'))

/** The words of a new item, or other words of an item, beside its sources. */
export function WordPanel({
  open,
  basis,
  headings,
  action,
}: {
  open: Extract<OpenPanel, { kind: 'word' | 'reword' }>
  basis: PanelBasis
  headings: readonly Choice[]
  action: FormAction
}) {
  const t = useTranslations('consolidation.desk.panel')
  const { slug, ticks } = useBoard()
  const [newId] = useState(() => uuid())
  const [text, setText] = useState(basis.text)
  const { item, language } = basis
  const [heading, setHeading] = useState(
    () => ticks.chosen?.headingId || headingOf(slug, basis.heading, headings),
  )
  if (item?.refusal) return <p>{item.refusal}</p>
  return (
    <Form action={action} className="grid gap-4" label={t('form')}>
      <HiddenValues
        values={
          open.kind === 'word' ? { slug, itemIds: open.ids.join(',') } : { slug, id: open.id }
        }
      />
      {open.kind === 'word' && <input type="hidden" name="id" value={newId} data-new />}
      {item && <input type="hidden" name="baseNumber" value={item.wording} />}
      <TextField
        name="text"
        label={t('text')}
        hint={t(basis.sources.length > 1 && text === basis.woven ? 'wovenHint' : 'textHint')}
        rows={Math.min(14, Math.max(4, Math.ceil(text.length / 55) + 1))}
        defaultValue={basis.text}
        lang={language}
        dir={directionOf(language)}
        onChange={({ target }) => setText(target.value)}
        aria-keyshortcuts="Control+Enter"
      />
      {open.kind === 'word' && (
        <>
          <div
            className="grid gap-4 sm:grid-cols-2"
            onChange={({ target }) => {
              if (target instanceof HTMLSelectElement) setHeading(target.value)
            }}
          >
            <SelectField
              name="headingId"
              label={t('heading')}
              defaultValue={heading}
              options={[...headings, { value: '', label: t('newHeading') }]}
            />
            {heading === '' && (
              <Field name="newHeading" label={t('nameOfHeading')} defaultValue={basis.heading} />
            )}
          </div>
          <ChoiceField
            name="kind"
            label={t('kind')}
            defaultValue={basis.kind}
            options={(['recommendation', 'conclusion'] as const).map((kind) => ({
              value: kind,
              label: t(`kinds.${kind}`),
            }))}
          />
        </>
      )}
      <TextField name="reason" label={t('reason')} hint={t('reasonHint')} rows={1} />
      {basis.strengthQuestion && (
        <CheckField name="strengthConfirmed" label={basis.strengthQuestion} />
      )}
      {basis.withdrawnQuestion && (
        <CheckField name="withdrawnConfirmed" label={basis.withdrawnQuestion} />
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton>{t(item ? 'keepWording' : 'make')}</SubmitButton>
        <span className="hidden text-xs text-quiet md:inline">{t('keys')}</span>
      </div>
      <PanelSources
        sources={basis.sources}
        ids={open.kind === 'word' ? open.ids : null}
        woven={text === basis.woven || basis.sources.length < 2 ? null : basis.woven}
      />
      {basis.sources.length > 0 && (
        <details>
          <summary className="cursor-pointer py-1 text-sm text-accent">{t('compare')}</summary>
          <Suspense fallback={<p className="text-sm text-quiet">{t('loading')}</p>}>
            <Comparison sources={basis.sources} text={text} language={language} />
          </Suspense>
        </details>
      )}
    </Form>
  )
}

/** The heading of the same title, else the one under which the last item was made here, else a new one. */
function headingOf(slug: string, title: string, headings: readonly Choice[]): string {
  const last = readStored(lastHeadingKey(slug))
  const heading =
    headings.find(({ label }) => label === title) ?? headings.find(({ value }) => value === last)
  return heading?.value ?? ''
}
