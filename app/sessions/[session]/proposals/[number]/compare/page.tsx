import { redirect } from 'next/navigation'
import { Comparison } from '@/components/text/comparison'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { ConfirmForm } from '@/components/proposals/confirm-form'
import { membershipIn } from '@/lib/delegations/actor'
import { page } from '@/lib/http/access'
import { paths } from '@/lib/paths'
import { changedWords, comparedParagraphs } from '@/lib/proposals/comparison'
import { readNumber } from '@/lib/proposals/number'
import { joinsAs } from '@/lib/proposals/policy'
import { getProposal, getRevisions } from '@/lib/proposals/queries'
import { getSession } from '@/lib/sessions/queries'
import { diff } from '@/lib/text/diff/diff'
import { toMarked } from '@/lib/text/document/marked'
import { translations } from '@/lib/messages'
import { coSponsor } from '../actions'
import { ChooseRevisions } from './choose-revisions'
import { titledOfProposal } from '../title'

export const generateMetadata = titledOfProposal(() => translations('proposals.compare')('crumb'))

export default page('participant', async (actor, { params, search }) => {
  const session = await getSession(actor, params.session!)
  const number = readNumber(params.number)
  const t = translations('proposals')
  const proposal = await getProposal(actor, session, number)
  const last = proposal.currentNumber
  const trail = [
    { href: paths.proposals(session.slug), label: t('list.title') },
    { href: paths.proposal(session.slug, number), label: t('one.title', { number }) },
  ]
  if (last === 1)
    return (
      <>
        <PageHeading trail={trail} title={t('compare.crumb')} />
        <Empty title={t('compare.onlyOne')}>{t('compare.onlyOneHint')}</Empty>
      </>
    )

  const to = search.to ? readNumber(search.to) : last
  const from = search.from ? readNumber(search.from) : Math.max(1, to - 1)
  if (from === to)
    redirect(paths.compare(session.slug, number, to === 1 ? 1 : to - 1, to === 1 ? 2 : to))
  const [earlier, later] = await getRevisions(actor, session, number, [from, to])
  const language = proposal.language
  const compare = (base: string, next: string) =>
    comparedParagraphs(base, diff(base, next, language))
  const paragraphs = compare(toMarked(earlier!.body), toMarked(later!.body))
  const { added, removed } = changedWords(paragraphs, language)
  const same = paragraphs.flat().every((part) => part.fate === 'kept')
  const confirms = later!.number === last && joinsAs(actor, proposal) === 'confirm'
  return (
    <>
      <PageHeading
        trail={trail}
        title={t('compare.title', { number, from: earlier!.number, to: later!.number })}
      >
        {same
          ? t('compare.same')
          : `${t('compare.summary', { added, removed })}. ${t('compare.explain')}`}
      </PageHeading>
      {last > 2 && <ChooseRevisions last={last} from={earlier!.number} to={later!.number} />}
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <section aria-label={t('compare.text')}>
          <Comparison paragraphs={paragraphs} language={language} />
        </section>
        <aside className="text-sm">
          {confirms && (
            <ConfirmForm
              proposal={proposal}
              delegation={membershipIn(actor, session.id)?.delegationName ?? ''}
              action={coSponsor}
            />
          )}
          <h2 className="font-semibold">{t('compare.reason', { number: later!.number })}</h2>
          <p dir="auto" className="mt-1 whitespace-pre-line break-words">
            {later!.reason || <span className="text-quiet">{t('compare.noReason')}</span>}
          </p>
        </aside>
      </div>
      {earlier!.explanation !== later!.explanation && (
        <section className="mt-10 border-t border-line pt-6">
          <h2 className="mb-2 font-semibold">{t('compare.explanation')}</h2>
          <Comparison
            paragraphs={compare(earlier!.explanation, later!.explanation)}
            language={language}
          />
        </section>
      )}
    </>
  )
})
