import { InHand } from '@/components/circulation/commenting/drafts'
import { Confirmed } from '@/components/ui/confirmed'
import { Empty } from '@/components/ui/empty'
import { TextField } from '@/components/ui/field'
import { Form, HiddenValues, SubmitButton } from '@/components/ui/form'
import { PageHeading } from '@/components/ui/page-heading'
import { printSeatTime } from '@/lib/clock'
import { listLate } from '@/lib/circulation/comments/late/queries'
import { page } from '@/lib/http/access'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'
import { accept, refuse } from '../actions'
import { readAddress } from '../reading'
import { titledOfCirculation } from '../titles'

export const generateMetadata = titledOfCirculation(() =>
  translations('circulationComments')('lateTitle'),
)

/** Late comments that delegations handed over: the Secretariat accepts or refuses them. */
export default page('participant', async (actor, { params }) => {
  const { circulation } = await readAddress(actor, params)
  const late = await listLate(actor, circulation)
  const t = translations('circulationComments')
  const { id, slug, title } = circulation
  return (
    <>
      <PageHeading
        trail={[{ href: paths.circulationComments(slug, id), label: title }]}
        title={t('lateTitle')}
      >
        {t('lateAbout')}
      </PageHeading>
      {late.length === 0 && <Empty title={t('lateNone')}>{t('lateNoneHint')}</Empty>}
      {late.map(({ delegationId, delegationName: name, handed, drafts }) => {
        const ids = drafts.map((draft) => (
          <input key={draft.id} type="hidden" name="ids[]" value={draft.id} />
        ))
        return (
          <section key={delegationId} className="mb-10 grid gap-4">
            <h2 className="font-serif text-xl font-semibold">{name}</h2>
            {handed && (
              <p className="text-quiet">
                {t('lateHanded', { time: printSeatTime(handed.at), name: handed.by })}
              </p>
            )}
            {drafts.map((draft) => (
              <InHand
                key={draft.id}
                draft={draft}
                circulation={circulation}
                acts={null}
                about="h3"
              />
            ))}
            <div className="flex flex-wrap items-start gap-3">
              <Form action={accept} className="grid gap-2">
                <HiddenValues values={{ circulationId: id }} />
                {ids}
                <SubmitButton label={t('lateAcceptAll', { name })}>{t('lateAccept')}</SubmitButton>
              </Form>
              <Confirmed
                title={t('lateRefuse')}
                label={t('lateRefuseAll', { name })}
                action={refuse}
              >
                <HiddenValues values={{ circulationId: id }} />
                {ids}
                <TextField name="reason" label={t('lateReason')} rows={3} />
              </Confirmed>
            </div>
          </section>
        )
      })}
    </>
  )
})
