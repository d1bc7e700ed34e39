import { ClientMessages } from '@/components/messages/client-messages'
import { PageHeading } from '@/components/ui/page-heading'
import { type NamedSource, WhoseWords } from '@/components/text/whose-words'
import { page } from '@/lib/http/access'
import { listAmendments } from '@/lib/amendments/queries'
import { paths } from '@/lib/paths'
import { readNumber } from '@/lib/proposals/number'
import { getOrigin } from '@/lib/proposals/origin/queries'
import { getProposal } from '@/lib/proposals/queries'
import { sourcedText } from '@/lib/proposals/origin/sourced'
import { withGroup, withGroupAmong } from '@/lib/sessions/attribution/attribution'
import { getSession } from '@/lib/sessions/queries'
import { formatter, translations } from '@/lib/messages'
import { titledOfProposal } from '../title'

export const generateMetadata = titledOfProposal(() => translations('words')('title'))

/** The source of each word of a revision: revision, suggestion, States. */
export default page('participant', async (actor, { params, search }) => {
  const session = await getSession(actor, params.session!)
  const proposal = await getProposal(actor, session, readNumber(params.number))
  const { id, number, currentNumber, language, delegationName, onBehalf } = proposal
  const revision = search.revision ? readNumber(search.revision) : currentNumber
  const t = translations('words')
  const tp = translations('proposals')
  const [origin, amendments] = await Promise.all([
    getOrigin(actor, proposal, revision),
    listAmendments(actor, id),
  ])
  const { paragraphs, sources } = sourcedText(origin.text, origin.provenance)
  const namedSources = sources.map((source): NamedSource => {
    if (source.kind === 'revision')
      return {
        label: t('ofRevision', {
          number: source.number,
          name: withGroup(delegationName, onBehalf),
        }),
        href: paths.receipt(session.slug, number, source.number),
        isFirst: source.number === 1,
      }
    const ids = [source.id, ...(source.also ?? [])]
    const used = amendments.filter((amendment) => ids.includes(amendment.id))
    const numbers = used.map((amendment) => amendment.number)
    const withItsGroup = (name: string) =>
      withGroupAmong(
        name,
        used.find((amendment) => amendment.delegationName === name)?.onBehalf ?? null,
      )
    return {
      label: t('ofAmendment', {
        count: numbers.length,
        numbers: formatter.list(numbers.map(String)),
        names: formatter.list(source.by.map(withItsGroup)),
      }),
      href: paths.amendment(session.slug, number, numbers[0] ?? 0),
      isFirst: false,
    }
  })
  return (
    <>
      <PageHeading
        trail={[
          { href: paths.proposals(session.slug), label: tp('list.title') },
          { href: paths.proposal(session.slug, number), label: tp('one.title', { number }) },
        ]}
        title={t('heading', { revision })}
      />
      <ClientMessages namespaces={['words']}>
        <WhoseWords
          paragraphs={paragraphs}
          sources={namedSources}
          language={language}
          namespace="words"
        />
      </ClientMessages>
    </>
  )
})
