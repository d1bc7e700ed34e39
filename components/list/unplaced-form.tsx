import { Empty } from '@/components/ui/empty'
import type { Choice } from '@/components/ui/choices'
import { Field, SelectField } from '@/components/ui/field'
import { Form, type FormAction, SubmitButton } from '@/components/ui/form'
import { ChineseFont } from '@/components/text/chinese-font'
import type { Unplaced } from '@/lib/proposals/preliminary-list/queries'
import { authorAndTaker } from '@/lib/proposals/withdrawal/author-and-taker'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'

/** The proposals that stand nowhere yet; those that are ticked are placed together. */
export function UnplacedForm({
  unplaced,
  headings,
  slug,
  action,
}: {
  unplaced: readonly Unplaced[]
  headings: readonly Choice[]
  slug: string
  action: FormAction
}) {
  const t = translations('lists')
  return (
    <section aria-labelledby="unplaced" className="min-w-0">
      <h2 id="unplaced" className="font-serif text-xl font-semibold">
        {t('unplaced')}
      </h2>
      {(unplaced.length > 0 || headings.length > 0) && (
        <p className="mb-4 text-sm text-quiet">{t('unplacedCount', { count: unplaced.length })}</p>
      )}
      {unplaced.length === 0 ? (
        <Empty title={t('noProposals')}>{t('noProposalsHint')}</Empty>
      ) : (
        <Form action={action} className="grid gap-5">
          <input type="hidden" name="slug" value={slug} />
          {unplaced.some(({ language }) => language === 'zh') && <ChineseFont />}
          <ul
            className="max-h-[70vh] overflow-y-auto border-y border-line"
            tabIndex={0}
            aria-label={t('unplaced')}
          >
            {unplaced.map(({ id, number, agenda, language, text, ...states }) => (
              <li key={id} className="flex gap-3 border-b border-line py-3 last:border-0">
                <input
                  type="checkbox"
                  name="proposalIds[]"
                  value={id}
                  aria-label={t('select', { number, name: authorAndTaker(states) })}
                  className="mt-1 size-5 shrink-0 accent-accent"
                />
                <div className="min-w-0">
                  <p className="text-sm text-quiet">
                    <a href={paths.proposal(slug, number)}>{t('stands', { number })}</a> ·{' '}
                    {authorAndTaker(states)}
                    {agenda && ` · ${t('agendaItem', { item: agenda })}`}
                  </p>
                  <p lang={language} dir="auto" className="line-clamp-4 break-words font-serif">
                    {text}
                  </p>
                </div>
              </li>
            ))}
          </ul>
          {headings.length > 0 && (
            <SelectField
              name="headingId"
              label={t('heading')}
              options={[{ value: '', label: t('choose') }, ...headings]}
            />
          )}
          <Field name="newHeading" label={headings.length > 0 ? t('newHeading') : t('heading')} />
          <div>
            <SubmitButton>{t('place')}</SubmitButton>
          </div>
        </Form>
      )}
    </section>
  )
}
