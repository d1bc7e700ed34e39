import { TextOfRecord } from '@/components/text/text-of-record'
import type { FormAction } from '@/components/ui/form'
import { PageHeading } from '@/components/ui/page-heading'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import type { ProposalView } from '@/lib/proposals/queries'
import { WithdrawForm } from './withdraw-form'

/** The page on which a proposal is withdrawn or taken over: its text, then the form that asks for a reason. */
export function WithdrawalCheck({
  slug,
  proposal: { id, number, body, language },
  words,
  action,
}: {
  slug: string
  proposal: Pick<ProposalView, 'id' | 'number' | 'body' | 'language'>
  words: 'proposals.withdraw' | 'proposals.takeOver'
  action: FormAction
}) {
  const t = translations(words)
  const back = paths.proposal(slug, number)
  return (
    <>
      <PageHeading
        trail={[
          { href: paths.proposals(slug), label: translations('proposals.list')('title') },
          { href: back, label: translations('proposals.one')('title', { number }) },
        ]}
        title={t('title', { number })}
      >
        {t('explain')}
      </PageHeading>
      <div className="mb-8 border-s-2 border-line-strong ps-5">
        <TextOfRecord document={body} language={language} />
      </div>
      <WithdrawForm words={words} action={action} field="proposalId" id={id} back={back} />
    </>
  )
}
