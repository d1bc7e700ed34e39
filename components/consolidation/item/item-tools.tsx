import { randomUUID } from 'node:crypto'
import type { ReactNode } from 'react'
import { Field, SelectField, TextField } from '@/components/ui/field'
import { Form, type FormAction, SubmitButton } from '@/components/ui/form'
import { ordinalWord } from '@/lib/clock'
import {
  type ConsolidatedItemView,
  type DeskListView,
  placeOnList,
} from '@/lib/consolidation/views'
import { canRewordItem, canTakeOffList } from '@/lib/consolidation/policy'
import { ALLOWED, type Decision } from '@/lib/decision'
import type { Actor } from '@/lib/delegations/actor'
import { translations } from '@/lib/messages'
import { type MergeCandidate, MergeTools } from './merge-tools'

/** The desk's acts on one item: reword, move, join, split, take off. Needs no script. */
export function ItemTools({
  actor,
  item,
  list,
  mergeSearch,
  slug,
  acts,
}: {
  actor: Actor
  item: ConsolidatedItemView
  list: DeskListView
  /** The items that were looked for to be merged into this one. */
  mergeSearch: { query: string; candidates: readonly MergeCandidate[] }
  slug: string
  acts: Record<'reword' | 'move' | 'remove' | 'merge' | 'split', FormAction>
}) {
  const t = translations('consolidation')
  const removal = canTakeOffList(actor, list, item)
  const rewording = canRewordItem(actor, list, item)
  const hidden = (
    <>
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="id" value={item.id} />
    </>
  )
  return (
    <div className="no-print mt-12 grid grid-cols-1 items-start gap-8 lg:grid-cols-2">
      <Sheet id="reword" title={t('reword')} about={t('rewordAbout')} decision={rewording}>
        <Form action={acts.reword}>
          {hidden}
          <input type="hidden" name="baseNumber" value={item.wording} />
          <TextField name="text" label={t('text')} rows={9} defaultValue={item.text} />
          <TextField name="reason" label={t('reason')} hint={t('reasonHint')} rows={2} />
          <div>
            <SubmitButton>{t('saveWording')}</SubmitButton>
          </div>
        </Form>
      </Sheet>
      <div className="grid grid-cols-1 gap-8">
        {item.from.length > 1 && (
          <Sheet id="split" title={t('split')} about={t('splitAbout')}>
            <Form action={acts.split}>
              {hidden}
              <input type="hidden" name="newId" value={randomUUID()} data-new />
              <fieldset className="grid min-w-0 grid-cols-1 gap-2">
                <legend className="mb-1 text-sm font-semibold">{t('splitSources')}</legend>
                {item.from.map((source) => (
                  <label key={source.id} className="flex gap-2">
                    <input
                      type="checkbox"
                      name="itemIds[]"
                      value={source.id}
                      className="mt-1 size-5 shrink-0 accent-accent"
                    />
                    <span className="min-w-0">
                      <span className="text-sm text-quiet">
                        {t('sessionOf', { session: ordinalWord(source.sessionOrdinal) })},{' '}
                        {placeOnList(source)}
                      </span>
                      <span lang={source.language} className="line-clamp-2 font-serif">
                        {source.text}
                      </span>
                    </span>
                  </label>
                ))}
              </fieldset>
              <div>
                <SubmitButton tone="quiet">{t('splitOff')}</SubmitButton>
              </div>
            </Form>
          </Sheet>
        )}
        <Sheet id="merge" title={t('merge')} about={t('mergeAbout')}>
          <MergeTools itemId={item.id} slug={slug} merge={acts.merge} {...mergeSearch} />
        </Sheet>
        <Sheet id="place" title={t('place')}>
          <Form action={acts.move}>
            {hidden}
            <SelectField
              name="headingId"
              label={t('heading')}
              defaultValue={item.headingId}
              options={list.all.map(({ id, title }) => ({ value: id, label: title }))}
            />
            <Field
              name="position"
              label={t('position')}
              inputMode="numeric"
              defaultValue={String(item.position)}
            />
            <div>
              <SubmitButton tone="quiet">{t('move')}</SubmitButton>
            </div>
          </Form>
        </Sheet>
        <Sheet id="remove" title={t('remove')} about={t('removeAbout')} decision={removal}>
          <Form action={acts.remove}>
            {hidden}
            <TextField name="reason" label={t('reason')} rows={2} />
            <div>
              <SubmitButton tone="alarm">{t('remove')}</SubmitButton>
            </div>
          </Form>
        </Sheet>
      </div>
    </div>
  )
}

const Sheet = ({
  id,
  title,
  about,
  decision = ALLOWED,
  children,
}: {
  id: string
  title: string
  about?: string
  /** The policy's answer for this item: if it refuses the act, the sentence replaces the form. */
  decision?: Decision
  children: ReactNode
}) => (
  <section aria-labelledby={id} className="sheet p-5">
    <h2 id={id} className="font-semibold">
      {title}
    </h2>
    {about && <p className="mt-1 text-sm text-quiet">{about}</p>}
    <div className="mt-4">
      {decision.allowed ? children : translations('refusals')(decision.key, decision.values)}
    </div>
  </section>
)
