import type { Metadata } from 'next'
import { NegotiationChoice } from '@/components/amendments/negotiation/negotiation-choice'
import { NegotiationText } from '@/components/amendments/negotiation/negotiation-text'
import { PageHeading } from '@/components/ui/page-heading'
import { page } from '@/lib/http/access'
import {
  hasNothingOpen,
  negotiationDraft,
  readNegotiation,
} from '@/lib/amendments/negotiation/negotiation'
import { getNegotiation } from '@/lib/amendments/negotiation/queries'
import { paths } from '@/lib/paths'
import { readNumber } from '@/lib/proposals/number'
import { getProposal } from '@/lib/proposals/queries'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'

export const generateMetadata = async ({
  params,
}: {
  params: Promise<{ number: string }>
}): Promise<Metadata> => ({
  title: translations('negotiation')('title', { number: (await params).number }),
})

export default page('participant', async (actor, { params, search }) => {
  const session = await getSession(actor, params.session!)
  const proposal = await getProposal(actor, session, readNumber(params.number))
  const { number, currentNumber: revision, language } = proposal
  const t = translations('negotiation')
  const tp = translations('proposals')
  const { segments, amendments } = await getNegotiation(actor, proposal)
  const choice = readNegotiation(search)
  const attribution = {
    asks: (names: string) => t('asks', { names }),
    deletes: (names: string) => t('deletes', { names }),
  }
  const entries = negotiationDraft(
    segments,
    amendments,
    choice.form,
    choice.names ? attribution : null,
  )
  return (
    <>
      <PageHeading
        trail={[
          { href: paths.proposals(session.slug), label: tp('list.title') },
          { href: paths.proposal(session.slug, number), label: tp('one.title', { number }) },
          { href: paths.amendments(session.slug, number), label: t('back', { number }) },
        ]}
        title={t('title', { number })}
      >
        <p className="max-w-prose">
          {hasNothingOpen(segments) ? t('nothingOpen') : t('lead', { revision })}
        </p>
      </PageHeading>
      <NegotiationChoice of={{ slug: session.slug, number }} {...choice} />
      <NegotiationText
        entries={entries}
        language={language}
        numbered={choice.form === 'paragraphs'}
      />
    </>
  )
})
