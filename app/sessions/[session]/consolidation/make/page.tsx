import type { Metadata } from 'next'
import { randomUUID } from 'node:crypto'
import { LeftDesk } from '@/components/consolidation/bar/desk-memory'
import { StrengthWord } from '@/components/consolidation/facts/strength-word'
import { SourceEntry } from '@/components/consolidation/facts/source-entry'
import { WordsField } from '@/components/consolidation/item/words-field'
import { ClientMessages } from '@/components/messages/client-messages'
import { CheckField, ChoiceField, Field, SelectField, TextField } from '@/components/ui/field'
import { Form, SubmitButton } from '@/components/ui/form'
import { SourceDifference } from '@/components/text/difference'
import { PageHeading } from '@/components/ui/page-heading'
import { page } from '@/lib/http/access'
import { takenKinds } from '@/lib/consolidation/kinds'
import { requireAllowed } from '@/lib/decision'
import { canWorkOnList } from '@/lib/consolidation/policy'
import { findPageOfList } from '@/lib/consolidation/desk/queries/list-queries'
import { getConsolidatedItem } from '@/lib/consolidation/desk/queries/item-queries'
import { getWordingBasis } from '@/lib/consolidation/desk/queries/wording-queries'
import { itemNumber } from '@/lib/proposals/preliminary-list/item-number'
import { strength } from '@/lib/consolidation/strength/strength'
import { strengthsApart } from '@/lib/consolidation/strength/compare'
import { asId, orNotFound } from '@/lib/errors'
import { paths } from '@/lib/paths'
import { proposalKinds } from '@/lib/proposals/kinds'
import { getSession } from '@/lib/sessions/queries'
import { directionOf } from '@/lib/text/locales'
import { translations } from '@/lib/messages'
import { link, make } from '../actions'
import { tickedIn } from '../ticked'

export const generateMetadata = async ({
  searchParams,
}: {
  searchParams: Promise<{ items?: string }>
}): Promise<Metadata> => ({
  title: translations('consolidation')('makeTitle', {
    count: tickedIn((await searchParams).items).length,
  }),
})

/**
 * From the ticked preliminary items to one consolidated item: a new one, or the one that was chosen. The desk does
 * the same in place; this page needs no script.
 */
export default page('participant', async (actor, { params, search }) => {
  const session = await getSession(actor, params.session ?? '')
  const t = translations('consolidation')
  const ids = tickedIn(search.items).map(asId)
  const [list, { sources, woven, heading, kind, language, apart, withdrawn }, into] =
    await Promise.all([
      findPageOfList(actor, session, { page: 1, under: '' }),
      getWordingBasis(actor, session, ids),
      search.into ? getConsolidatedItem(actor, session, asId(search.into)) : null,
    ])
  requireAllowed(canWorkOnList(actor, orNotFound(list)))
  const headings = orNotFound(list).all
  const apartOfInto = into && strengthsApart([into.text, ...sources.map(({ text }) => text)])
  const hidden = (
    <>
      <input type="hidden" name="slug" value={session.slug} />
      <input type="hidden" name="itemIds" value={ids.join(',')} />
    </>
  )
  const withdrawnField = withdrawn > 0 && (
    <CheckField name="withdrawnConfirmed" label={t('withdrawnQuestion', { items: withdrawn })} />
  )
  const takenFields = (
    <>
      <ChoiceField
        name="taken"
        label={t('whatIsTaken')}
        defaultValue="whole"
        options={takenKinds.map((kind) => ({ value: kind, label: t(`taken.${kind}`) }))}
      />
      <ClientMessages namespaces={['consolidation.takenPart']}>
        <WordsField texts={sources.map(({ text }) => text)} language={language} />
      </ClientMessages>
    </>
  )
  return (
    <>
      <PageHeading
        trail={[{ href: paths.consolidation(session.slug), label: t('title') }]}
        title={t('makeTitle', { count: sources.length })}
      >
        {t('makeAbout')}
      </PageHeading>
      <LeftDesk slug={session.slug} />
      <div className="grid items-start gap-x-10 gap-y-10 lg:grid-cols-2">
        <section aria-labelledby="sources" className="grid gap-6">
          <h2 id="sources" className="font-serif text-xl font-semibold">
            {t('sources')}
          </h2>
          {sources.map((source) => (
            <SourceEntry
              key={source.id}
              source={source}
              text={
                into && (
                  <SourceDifference source={source} text={into.text} language={into.language} />
                )
              }
            >
              <p className="mt-1">
                <StrengthWord strength={source.strength} />
              </p>
            </SourceEntry>
          ))}
          {into && (
            <div className="border-t border-line pt-4">
              <h3 className="mb-1 font-semibold">{t('chosenItem')}</h3>
              <p
                lang={into.language}
                dir={directionOf(into.language)}
                className="max-w-prose whitespace-pre-line font-serif"
              >
                {into.text}
              </p>
              <p className="mt-1 text-sm text-quiet">{t('markedAgainst')}</p>
              <StrengthWord strength={strength(into.text)} />
            </div>
          )}
          {sources.length === 0 && <p className="text-quiet">{t('withoutSources')}</p>}
        </section>
        <div className="grid gap-10">
          <section aria-labelledby="make" className="sheet p-5">
            <h2 id="make" className="mb-4 font-semibold">
              {t('newItem')}
            </h2>
            <Form action={make}>
              {hidden}
              <input type="hidden" name="id" value={randomUUID()} data-new />
              <TextField
                name="text"
                label={t('text')}
                hint={t(sources.length > 1 ? 'wovenHint' : 'textHint')}
                rows={9}
                defaultValue={woven}
                lang={language}
                dir={directionOf(language)}
              />
              <ChoiceField
                name="kind"
                label={t('kind')}
                defaultValue={kind}
                options={proposalKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
              />
              <SelectField
                name="headingId"
                label={t('heading')}
                defaultValue={headings.find(({ title }) => title === heading)?.id ?? ''}
                options={[
                  { value: '', label: t('chooseHeading') },
                  ...headings.map(({ id, title }) => ({ value: id, label: title })),
                ]}
              />
              <Field
                name="newHeading"
                label={t('orNewHeading')}
                defaultValue={headings.length === 0 ? heading : ''}
              />
              {sources.length > 0 && (
                <details>
                  <summary className="cursor-pointer py-1 text-accent">{t('retake')}</summary>
                  <div className="mt-3 grid gap-4">{takenFields}</div>
                </details>
              )}
              <TextField name="reason" label={t('reason')} hint={t('reasonHint')} rows={2} />
              {apart && (
                <CheckField name="strengthConfirmed" label={t('strength.question', apart)} />
              )}
              {withdrawnField}
              <div>
                <SubmitButton>{t('make')}</SubmitButton>
              </div>
            </Form>
          </section>
          {sources.length > 0 && into && (
            <section aria-labelledby="add" className="sheet p-5">
              <h2 id="add" className="mb-4 font-semibold">
                {t('addToChosen', { number: itemNumber(into) })}
              </h2>
              <Form action={link}>
                {hidden}
                <input type="hidden" name="id" value={into.id} />
                {takenFields}
                <TextField name="reason" label={t('reason')} rows={2} />
                {apartOfInto && (
                  <CheckField
                    name="strengthConfirmed"
                    label={t('strength.question', apartOfInto)}
                  />
                )}
                {withdrawnField}
                <div>
                  <SubmitButton tone="quiet">{t('add')}</SubmitButton>
                </div>
              </Form>
            </section>
          )}
        </div>
      </div>
    </>
  )
})
