import { AddresseeTable } from '@/components/circulation/setup/addressee-table'
import { AddAddresseesForm } from '@/components/circulation/setup/add-addressees-form'
import { AddresseeFilterWays } from '@/components/circulation/setup/addressee-filter'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { page } from '@/lib/http/access'
import { asId } from '@/lib/errors'
import {
  filterAddressees,
  listAddressees,
  listToAddress,
} from '@/lib/circulation/addressees/queries'
import { canAddAddressees } from '@/lib/circulation/policy'
import { getPreparedCirculation } from '@/lib/circulation/queries'
import { AddresseeFilter } from '@/lib/circulation/schema'
import { paths } from '@/lib/paths'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'
import { add } from '../../actions'
import { titledOfPrepared } from '../titles'

export const generateMetadata = titledOfPrepared(() => translations('addressees')('title'))

/** The addressees of a circulation and the progress of each; for the Secretariat. */
export default page('participant', async (actor, { params, search }) => {
  const session = await getSession(actor, params.session!)
  const circulation = await getPreparedCirculation(actor, session, asId(params.circulation))
  const { slug } = session
  const { id, title, phase } = circulation
  const filter = AddresseeFilter.parse(search)
  const addressees = await listAddressees(actor, circulation)
  const matches = filterAddressees(addressees, filter)
  const adds = canAddAddressees(actor, circulation, circulation.now).allowed
  const t = translations('addressees')
  return (
    <>
      <PageHeading
        trail={[
          { href: paths.circulations(slug), label: translations('circulationSetup')('title') },
          { href: paths.manageCirculation(slug, id), label: title },
        ]}
        title={t('title')}
        actions={
          <>
            {phase === 'prepared' && addressees.length > 0 && (
              <a href={paths.checkCirculation(slug, id)} className="button button-main">
                {translations('circulationSetup')('check')}
              </a>
            )}
            {addressees.length > 0 && (
              <a href={paths.addresseesFile(slug, id)} className="button">
                {t('csv')}
              </a>
            )}
          </>
        }
      >
        {t(phase === 'prepared' ? 'preparedLead' : 'lead')}
      </PageHeading>
      {addressees.length > 0 && (
        <AddresseeFilterWays
          addressees={addressees}
          filter={filter}
          address={(query) => paths.addressees(slug, id, query)}
        />
      )}
      {addressees.length === 0 && <Empty title={t('none')}>{t('noneHint')}</Empty>}
      {addressees.length > 0 && matches.length === 0 && (
        <Empty title={t('noMatch')}>{t('noMatchHint')}</Empty>
      )}
      {matches.length > 0 && <AddresseeTable addressees={matches} slug={slug} />}
      {adds && (
        <AddAddresseesForm
          id={id}
          action={add}
          entities={await listToAddress(actor, circulation)}
          isOpen={phase === 'open'}
        />
      )}
    </>
  )
})
