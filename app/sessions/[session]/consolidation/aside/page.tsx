import type { Metadata } from 'next'
import { LeftDesk } from '@/components/consolidation/bar/desk-memory'
import { ActForm } from '@/components/ui/act-form'
import { SourceEntry } from '@/components/consolidation/facts/source-entry'
import { Empty } from '@/components/ui/empty'
import { ChoiceField, TextField } from '@/components/ui/field'
import { Form, SubmitButton } from '@/components/ui/form'
import { PageHeading } from '@/components/ui/page-heading'
import { page } from '@/lib/http/access'
import { asideKinds } from '@/lib/consolidation/kinds'
import { requireAllowed } from '@/lib/decision'
import { findListFacts } from '@/lib/consolidation/desk/queries/list-queries'
import { canWorkOnList } from '@/lib/consolidation/policy'
import { getSources } from '@/lib/consolidation/desk/queries/source-queries'
import { asId, orNotFound } from '@/lib/errors'
import { paths } from '@/lib/paths'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'
import { aside, takeBack } from '../actions'
import { tickedIn } from '../ticked'

export const generateMetadata = async ({
  searchParams,
}: {
  searchParams: Promise<{ items?: string }>
}): Promise<Metadata> => ({
  title: translations('consolidation')('asideTitle', {
    count: tickedIn((await searchParams).items).length,
  }),
})

/** An outcome for the ticked items that nothing is taken from, with the reason that States are owed. */
export default page('participant', async (actor, { params, search }) => {
  const session = await getSession(actor, params.session ?? '')
  const t = translations('consolidation')
  const ids = tickedIn(search.items).map(asId)
  const [list, sources] = await Promise.all([
    findListFacts(actor, session),
    getSources(actor, session, ids),
  ])
  requireAllowed(canWorkOnList(actor, orNotFound(list)))
  return (
    <>
      <PageHeading
        trail={[{ href: paths.consolidation(session.slug), label: t('title') }]}
        title={t('asideTitle', { count: sources.length })}
      >
        {t('asideAbout')}
      </PageHeading>
      <LeftDesk slug={session.slug} />
      {sources.length === 0 ? (
        <Empty title={t('nothingChosen')}>{t('nothingChosenHint')}</Empty>
      ) : (
        <div className="grid items-start gap-10 lg:grid-cols-2">
          <div className="grid gap-6">
            {sources.map((source) => (
              <SourceEntry key={source.id} source={source}>
                {asideKinds.some((kind) => kind === source.outcome) && (
                  <ActForm
                    action={takeBack}
                    className="mt-2 grid justify-items-start gap-3"
                    values={{ slug: session.slug, itemId: source.id }}
                    button={t('takeBack')}
                    tone="quiet"
                  />
                )}
              </SourceEntry>
            ))}
          </div>
          <Form action={aside} className="sheet grid gap-5 p-5">
            <input type="hidden" name="slug" value={session.slug} />
            <input type="hidden" name="itemIds" value={ids.join(',')} />
            <ChoiceField
              name="kind"
              label={t('outcome')}
              options={asideKinds.map((kind) => ({ value: kind, label: t(`outcomes.${kind}`) }))}
            />
            <TextField name="reason" label={t('reason')} hint={t('reasonHint')} rows={4} />
            <div>
              <SubmitButton>{t('setAside')}</SubmitButton>
            </div>
          </Form>
        </div>
      )}
    </>
  )
})
