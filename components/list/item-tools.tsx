import type { Choice } from '@/components/ui/choices'
import { Form } from '@/components/ui/form'
import { TextOfRecord } from '@/components/text/text-of-record'
import { paths } from '@/lib/paths'
import type { ListItem } from '@/lib/proposals/preliminary-list/queries'
import { translations } from '@/lib/messages'
import type { CompilingActs } from './acts'
import { listed } from '@/lib/text/apart'

/** An item of the list in the making: its text, its authors, its open points, and the acts to move it. */
export function ItemTools({
  item,
  place,
  headings,
  slug,
  acts,
}: {
  item: ListItem
  place: { headingId: string; position: number; last: boolean }
  headings: readonly Choice[]
  slug: string
  acts: CompilingActs
}) {
  const t = translations('lists')
  const { letter } = item
  const which = (
    <>
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="itemId" value={item.id} />
    </>
  )
  const steps = [
    {
      to: place.position - 1,
      sign: '↑',
      label: t('upNamed', { letter }),
      shown: place.position > 1,
    },
    { to: place.position + 1, sign: '↓', label: t('downNamed', { letter }), shown: !place.last },
  ]
  const stale = item.proposals.find(
    (proposal) => !proposal.withdrawn && proposal.current !== proposal.revision,
  )
  return (
    <div className="min-w-0">
      <div className="text-[0.9em]">
        <TextOfRecord document={item.body} language={item.language} />
      </div>
      <p className="mt-1 text-sm">
        {item.attribution.length > 0 && t('by', { names: listed(item.printedNames) })}{' '}
        {item.proposals.map(({ number }) => (
          <a key={number} href={paths.proposal(slug, number)} className="me-3 text-quiet">
            {t('stands', { number })}
          </a>
        ))}
      </p>
      {item.proposals.map(({ number, revision, current, withdrawn }) =>
        withdrawn || current !== revision ? (
          <p key={number} className="mt-1 border-s-4 border-alarm ps-3 text-sm font-semibold">
            {withdrawn ? t('withdrawn', { number }) : t('revised', { number, revision, current })}
          </p>
        ) : null,
      )}
      <div className="mt-1 flex flex-wrap items-center gap-x-1 text-sm">
        {steps.map(
          ({ to, sign, label, shown }) =>
            shown && (
              <Form key={sign} action={acts.moveItem} className="contents">
                {which}
                <input type="hidden" name="headingId" value={place.headingId} />
                <input type="hidden" name="position" value={to} />
                <button type="submit" aria-label={label} title={label} className="editor-tool">
                  {sign}
                </button>
              </Form>
            ),
        )}
        {stale && (
          <Form action={acts.changeItem} className="contents">
            {which}
            <input type="hidden" name="act" value="update" />
            <button type="submit" className="button button-plain">
              {t('update', { number: stale.current })}
            </button>
          </Form>
        )}
        <Form action={acts.changeItem} className="contents">
          {which}
          <input type="hidden" name="act" value="remove" />
          <button
            type="submit"
            aria-label={t('removeNamed', { letter })}
            className="button button-plain"
          >
            {t('remove')}
          </button>
        </Form>
        {headings.length > 1 && (
          <Form action={acts.moveItem} className="flex items-center gap-1">
            {which}
            <input type="hidden" name="position" value={100_000} />
            <select
              name="headingId"
              aria-label={t('moveTo', { letter })}
              defaultValue={place.headingId}
              className="input w-auto max-w-40 py-1 text-sm"
            >
              {headings.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
            <button type="submit" className="button button-plain">
              {t('move')}
            </button>
          </Form>
        )}
      </div>
    </div>
  )
}
