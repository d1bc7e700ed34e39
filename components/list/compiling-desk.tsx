import { ClientMessages } from '@/components/messages/client-messages'
import { Field } from '@/components/ui/field'
import { Form, SubmitButton } from '@/components/ui/form'
import type { ListView, Unplaced } from '@/lib/proposals/preliminary-list/queries'
import { excerpt } from '@/lib/text/search/marks'
import { translations } from '@/lib/messages'
import type { CompilingActs } from './acts'
import { HeadingTools } from './heading-tools'
import { ItemTools } from './item-tools'
import { OrderByHand } from './order-by-hand'
import { UnplacedForm } from './unplaced-form'

/**
 * The desk that compiles the list: the proposals not placed yet beside the headings with their items. Items are ordered
 * by hand or by keyboard; every act has a button too, that works without a script.
 */
export function CompilingDesk({
  list,
  slug,
  acts,
}: {
  list: ListView & { unplaced: readonly Unplaced[] }
  slug: string
  acts: CompilingActs
}) {
  const t = translations('lists')
  const { headings, unplaced } = list
  const choices = headings.map(({ id, title }) => ({ value: id, label: title }))
  return (
    <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      <UnplacedForm unplaced={unplaced} headings={choices} slug={slug} action={acts.place} />
      <section aria-label={t('crumb')} className="order-first min-w-0 lg:order-last">
        {headings.length === 0 && (
          <p className="text-quiet">
            {t('nothing')}. {unplaced.length > 0 && t('nothingHint')}
          </p>
        )}
        <ClientMessages namespaces={['lists.byHand']}>
          <OrderByHand
            slug={slug}
            action={acts.dragItem}
            headings={headings.map(({ id, title, paragraph, items }, index) => ({
              id,
              title,
              head: (
                <HeadingTools
                  heading={{ id, title, paragraph, empty: items.length === 0 }}
                  position={index + 1}
                  last={index === headings.length - 1}
                  slug={slug}
                  acts={acts}
                />
              ),
              items: items.map((item, place) => ({
                id: item.id,
                label: t('drag', {
                  letter: item.letter,
                  text: excerpt(item.text)
                    .map(({ text }) => text)
                    .join('')
                    .slice(0, 60),
                }),
                content: (
                  <ItemTools
                    item={item}
                    place={{ headingId: id, position: place + 1, last: place === items.length - 1 }}
                    headings={choices}
                    slug={slug}
                    acts={acts}
                  />
                ),
              })),
            }))}
          />
        </ClientMessages>
        <Form action={acts.add} className="mt-8 flex max-w-xl flex-wrap items-end gap-3">
          <input type="hidden" name="slug" value={slug} />
          <div className="min-w-48 flex-1">
            <Field name="title" label={t('headingTitle')} />
          </div>
          <SubmitButton tone="quiet">{t('addHeading')}</SubmitButton>
        </Form>
      </section>
    </div>
  )
}
