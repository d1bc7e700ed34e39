import { markOf } from '@/components/comments/mark'
import { StateWord } from '@/components/ui/state-word'
import { ordinalWord } from '@/lib/clock'
import type {
  OurAmendment,
  OurComment,
  OurProposal,
} from '@/lib/consolidation/delegation-view/views'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'
import { ListedAt } from './listed-at'
import { apart } from '@/lib/text/apart'

const SHAPES = { accepted: 'done', partly: 'waiting', declined: 'ended' } as const

/** The delegation's suggested changes to others' texts, with their authors' decisions. */
export function OurAmendments({
  amendments,
  proposals,
}: {
  amendments: readonly OurAmendment[]
  proposals: ReadonlyMap<string, OurProposal>
}) {
  const t = translations('ours')
  return (
    <ol className="grid grid-cols-1 gap-5">
      {amendments.map(
        ({ id, number, decision, revision, reason, withdrawnAt, answers, ...amendment }) => {
          const proposal = proposals.get(amendment.proposalId)
          return (
            <li key={id} id={`amendment-${id}`} className="scroll-mt-4 border-t border-line pt-3">
              {proposal && (
                <a
                  href={paths.amendment(proposal.sessionSlug, proposal.number, number)}
                  className="way"
                >
                  {t('amendment', {
                    amendment: number,
                    number: proposal.number,
                    author: proposal.author,
                    session: ordinalWord(proposal.sessionOrdinal),
                  })}
                </a>
              )}
              <p className="mt-0.5 flex flex-wrap gap-x-4 text-sm">
                {withdrawnAt ? (
                  <StateWord shape="ended">{t('amendmentWithdrawn')}</StateWord>
                ) : (
                  <StateWord shape={decision ? SHAPES[decision] : 'open'}>
                    {decision
                      ? t(`decisions.${decision}`, { revision: revision ?? 0 })
                      : t('amendmentStands')}
                  </StateWord>
                )}
                {reason && (
                  <span className="text-quiet">{t('because', { reason: apart(reason) })}</span>
                )}
              </p>
              <Answers answers={answers} />
              <WhatBecame proposal={proposal} />
            </li>
          )
        },
      )}
    </ol>
  )
}

/** The delegation's comments, the answers to them, and the outcomes of the proposals. */
export function OurComments({
  comments,
  proposals,
}: {
  comments: readonly OurComment[]
  proposals: ReadonlyMap<string, OurProposal>
}) {
  const t = translations('ours')
  const tc = translations('comments')
  return (
    <ol className="grid grid-cols-1 gap-5">
      {comments.map(({ id, category, position, text, answers, proposalId, withdrawnAt }) => {
        const proposal = proposals.get(proposalId)
        return (
          <li key={id} className="border-t border-line pt-3">
            <p className="flex flex-wrap items-baseline gap-x-4">
              {proposal && (
                <a href={paths.comment(proposal.sessionSlug, proposal.number, id)} className="way">
                  {t('comment', {
                    number: proposal.number,
                    author: proposal.author,
                    session: ordinalWord(proposal.sessionOrdinal),
                  })}
                </a>
              )}
              <span className="text-sm text-quiet">
                {withdrawnAt ? tc('withdrawnShort') : markOf(tc, { category, position })}
              </span>
            </p>
            <p dir="auto" className="max-w-prose whitespace-pre-line break-words">
              {text}
            </p>
            {answers.length > 0 ? (
              <Answers answers={answers} />
            ) : (
              <p className="text-sm text-quiet">{t('notAnswered')}</p>
            )}
            <WhatBecame proposal={proposal} />
          </li>
        )
      })}
    </ol>
  )
}

function Answers({ answers }: { answers: readonly { by: string; text: string }[] }) {
  const t = translations('ours')
  const offices = translations('offices')
  return answers.map(({ by, text }, index) => (
    <div key={index} className="mt-1 max-w-prose border-s-2 border-line ps-3 text-sm">
      <p className="font-semibold">{t('answerOf', { name: offices.has(by) ? offices(by) : by })}</p>
      <p dir="auto" className="whitespace-pre-line break-words">
        {text}
      </p>
    </div>
  ))
}

/** The outcomes of the proposal that it was about, each leading to the item of the list. */
function WhatBecame({ proposal }: { proposal: OurProposal | undefined }) {
  const t = translations('ours')
  const tc = translations('consolidation')
  if (!proposal) return null
  const { items, withdrawnAt } = proposal
  const outcomes = [...new Set(items.map(({ outcome }) => outcome ?? ('none' as const)))]
  return (
    <p className="mt-1 flex flex-wrap items-baseline gap-x-4 text-sm">
      <span className="text-quiet">{t('whatBecame')}</span>
      {withdrawnAt && <StateWord shape="ended">{tc('withdrawnByAuthors')}</StateWord>}
      {outcomes.map((outcome) => (
        <StateWord key={outcome} shape={outcome === 'none' ? 'none' : 'done'}>
          {tc(`outcomes.${outcome}`)}
        </StateWord>
      ))}
      {items.length === 0 && !withdrawnAt && (
        <span>
          <ListedAt proposal={proposal} />
        </span>
      )}
    </p>
  )
}
