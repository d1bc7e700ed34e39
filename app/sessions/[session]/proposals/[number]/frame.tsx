import { after } from 'next/server'
import type { ReactNode } from 'react'
import { setFollowing } from '@/app/following/actions'
import { FollowMenu } from '@/components/desk/follow-menu'
import { ActionBar } from '@/components/proposals/frame/action-bar'
import { barAct, barFiles, labelOf } from '@/components/proposals/frame/bar-acts'
import {
  ProposalParts,
  type ProposalPartName,
  ProposalTitle,
} from '@/components/proposals/frame/proposal-frame'
import { membershipIn, type SignedIn } from '@/lib/delegations/actor'
import { listActs, listActsOfHead } from '@/lib/desk/acts/proposal-acts'
import { getProposalWork, type ProposalWork } from '@/lib/desk/acts/proposal-work'
import { formatter, translations } from '@/lib/messages'
import { listFollowable } from '@/lib/proposals/follows/queries'
import { canReviseProposal, isWithdrawn } from '@/lib/proposals/policy'
import { noteVisit } from '@/lib/proposals/visits/commands'
import type { ProposalView } from '@/lib/proposals/queries'
import { getTakeOverRule } from '@/lib/proposals/withdrawal/take-over-rule'
import type { SessionView } from '@/lib/sessions/session-view'
import { ask, revise } from '../../drafts/actions'
import { coSponsor, leave } from './actions'
import { start as suggest } from './amendments/actions'

const actions = { ask, revise, suggest, coSponsor, leave }

/** The frame of each part of a proposal: its title and facts, this person's acts, the parts. */
export async function ProposalPart({
  actor,
  session,
  proposal,
  part,
  children,
}: {
  actor: SignedIn
  session: SessionView
  proposal: ProposalView
  part: ProposalPartName
  children: ReactNode
}) {
  const t = translations('proposals.acts')
  const { slug } = session
  after(() => noteVisit(actor, proposal))
  const place = membershipIn(actor, session.id)
  const [work, takeOverRule, followable] = await Promise.all([
    getProposalWork(actor, session, proposal),
    isWithdrawn(proposal) ? getTakeOverRule(proposal) : null,
    listFollowable(actor, proposal),
  ])
  const setting = {
    session,
    takeOverRule,
    revising: work.revision !== null,
    suggesting: work.suggestion !== null,
    asking: work.submitters.length > 0 && !isAsked(work),
  }
  const bar = { proposal, slug, delegation: place?.delegationName ?? '', work, actions }
  const acts = listActs(actor, proposal, setting).map((act) => barAct(act, bar))
  const ofHead = listActsOfHead(actor, proposal, setting).map((act) => labelOf(act, bar))
  return (
    <>
      <ProposalTitle
        proposal={proposal}
        session={session}
        revises={proposal.withdrawnAt === null && canReviseProposal(actor, proposal)}
        follow={<FollowMenu items={followable} action={setFollowing} />}
      />
      <ActionBar
        acts={acts}
        files={barFiles(bar)}
        ofHead={work.submitters.length > 0 ? ofHead : []}
        parts={<ProposalParts proposal={proposal} slug={slug} current={part} />}
        texts={{
          label: t('label'),
          more: t('more'),
          files: t('files.title'),
          copy: t('copy'),
          copied: t('copied'),
          print: t('print'),
          cancel: t('cancel'),
          others: t('others', { names: formatter.list(work.submitters) }),
        }}
      />
      <div className="pt-6">{children}</div>
    </>
  )
}

/** Whether the submitters were asked since the revision in hand was last written. */
const isAsked = ({ revision }: ProposalWork): boolean =>
  revision?.releaseAskedAt != null && revision.releaseAskedAt >= revision.updatedAt
