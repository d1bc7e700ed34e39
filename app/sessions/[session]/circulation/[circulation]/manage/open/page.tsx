import { OpeningCheck } from '@/components/circulation/setup/opening-check'
import { ActForm } from '@/components/ui/act-form'
import { CheckedAct, NotYet } from '@/components/ui/check-page'
import { PageHeading } from '@/components/ui/page-heading'
import { page } from '@/lib/http/access'
import { requireAllowed } from '@/lib/decision'
import { seat } from '@/lib/seat'
import { asId } from '@/lib/errors'
import { listAddressees } from '@/lib/circulation/addressees/queries'
import { beforeOpening, letterShown } from '@/lib/circulation/before-opening'
import { canOpenCirculation } from '@/lib/circulation/policy'
import { getPreparedCirculation } from '@/lib/circulation/queries'
import { previewLetter } from '@/lib/circulation/preview'
import { paths } from '@/lib/paths'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'
import { open } from '../../../actions'
import { titledOfPrepared } from '../../titles'

export const generateMetadata = titledOfPrepared(() => translations('circulationCheck')('title'))

/** The Secretariat's check before the letters go out, for good; `?to=` shows an addressee's letter. */
export default page('participant', async (actor, { params, search }) => {
  const session = await getSession(actor, params.session!)
  const circulation = await getPreparedCirculation(actor, session, asId(params.circulation))
  requireAllowed(canOpenCirculation(actor, circulation))
  const addressees = await listAddressees(actor, circulation)
  const { slug } = session
  const { id, version } = circulation
  const check = beforeOpening(
    { ...circulation, startsOn: session.startsOn, timeZone: seat().timeZone, addressees },
    circulation.now,
  )
  const { to, choices } = letterShown(addressees, search.to)
  const preview = to && (await previewLetter(actor, circulation, to))
  const t = translations('circulationCheck')
  return (
    <>
      <PageHeading
        trail={[
          { href: paths.circulations(slug), label: translations('circulationSetup')('title') },
          { href: paths.manageCirculation(slug, id), label: circulation.title },
        ]}
        title={t('title')}
      >
        {t('lead')}
      </PageHeading>
      {check.hinders && (
        <NotYet title={t('notYet')}>
          <p>
            {t(`hinders.${check.hinders}`)}{' '}
            {check.hinders === 'deadlinePassed' ? (
              <a href={paths.manageCirculation(slug, id)}>{t('changeDeadline')}</a>
            ) : (
              <a href={paths.addressees(slug, id)}>
                {translations('circulationSetup')('addressees')}
              </a>
            )}
          </p>
        </NotYet>
      )}
      <OpeningCheck check={check} addressees={addressees.length} />
      {preview && (
        <section aria-labelledby="preview" className="mt-8 max-w-3xl">
          <h2 id="preview" className="mb-3 font-semibold">
            {t('preview')}
          </h2>
          <form className="mb-4 flex flex-wrap items-end gap-2">
            <label className="text-sm font-semibold">
              {t('to')}
              <select name="to" defaultValue={to.delegationId} className="input mt-1 font-normal">
                {choices.map(({ delegationId, name }) => (
                  <option key={delegationId} value={delegationId}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
            <button type="submit" className="button">
              {t('show')}
            </button>
          </form>
          <p className="font-semibold">{preview.subject}</p>
          <p
            dir="auto"
            className="mt-2 whitespace-pre-line break-words border-s-2 border-line ps-4"
          >
            {preview.text}
          </p>
        </section>
      )}
      {!check.hinders && (
        <CheckedAct title={t('open')}>
          <ActForm
            action={open}
            values={{ id, version }}
            button={t('openNow', { letters: check.letters })}
          />
        </CheckedAct>
      )}
    </>
  )
})
