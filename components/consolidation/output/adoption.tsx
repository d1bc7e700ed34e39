import type { ReactNode } from 'react'
import { Field } from '@/components/ui/field'
import { Form, type FormAction, SubmitButton } from '@/components/ui/form'
import { ordinalWord } from '@/lib/clock'
import { type DeskSource, placeOnList } from '@/lib/consolidation/views'
import { translations } from '@/lib/messages'

/**
 * The declaration that the list is adopted, or what it still waits for: the items without an outcome, each
 * leading to where it is settled.
 */
export function Adoption({
  slug,
  open,
  count,
  address,
  adopt,
  children,
}: {
  slug: string
  /** The first of them; `count` says how many there are. */
  open: readonly DeskSource[]
  count: number
  /** Where one item is settled, and, without one, where all open ones are. */
  address: (source?: DeskSource) => string
  adopt: FormAction
  /** What else hinders it. */
  children: ReactNode
}) {
  const t = translations('consolidation')
  return (
    <section className="sheet no-print mt-8 p-5">
      <h3 className="font-semibold">{t('adoption')}</h3>
      <p className="mb-4 mt-1 max-w-prose text-sm text-quiet">
        {count > 0 ? t('adoptionWaits', { open: count }) : t('adoptionReady')}
      </p>
      {children}
      {count > 0 ? (
        <>
          <ol className="mb-3 grid gap-1.5 text-sm">
            {open.map((source) => (
              <li key={source.id}>
                <a href={address(source)}>
                  <span className="inline-block first-letter:uppercase">
                    {t('sessionOf', { session: ordinalWord(source.sessionOrdinal) })}
                  </span>
                  , {placeOnList(source)}
                </a>{' '}
                <span lang={source.language} className="text-quiet">
                  {source.text.slice(0, 90)}
                  {source.text.length > 90 && '…'}
                </span>
              </li>
            ))}
          </ol>
          <a href={address()}>{t('showOpen')}</a>
        </>
      ) : (
        <Form action={adopt}>
          <input type="hidden" name="slug" value={slug} />
          <Field name="meeting" label={t('meeting')} inputMode="numeric" />
          <div>
            <SubmitButton>{t('adopt')}</SubmitButton>
          </div>
        </Form>
      )}
    </section>
  )
}
