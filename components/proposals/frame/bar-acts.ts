import type { FormAction } from '@/components/ui/form'
import type { ProposalAct } from '@/lib/desk/acts/proposal-acts'
import type { ProposalWork } from '@/lib/desk/acts/proposal-work'
import { formatter, translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import type { ProposalView } from '@/lib/proposals/queries'
import type { BarAct, BarFile } from './bar-act'

type ProposalActions = {
  revise: FormAction
  suggest: FormAction
  coSponsor: FormAction
  leave: FormAction
  ask: FormAction
}

type Bar = {
  proposal: ProposalView
  slug: string
  /** The State for which the reader acts. */
  delegation: string
  work: ProposalWork
  actions: ProposalActions
}

/** The words of an act in the bar. */
export function labelOf(act: ProposalAct, { proposal, work }: Pick<Bar, 'proposal' | 'work'>) {
  const t = translations('proposals.acts')
  const { openAmendments: count, currentNumber: revision } = proposal
  if (act === 'decide') return t('decide', { count })
  if (act === 'ask') return t('ask', { names: formatter.list(work.submitters) })
  if (act === 'confirm') return t('confirm', { revision })
  if (act === 'revise' && work.revision) return t('reviseAgain')
  if (act === 'suggest' && work.suggestion) return t('suggestAgain')
  return t(act)
}

/** An act of a proposal as the bar offers it. */
export function barAct(act: ProposalAct, bar: Bar): BarAct {
  const { proposal, slug, delegation, work, actions } = bar
  const { id: proposalId, number, currentNumber } = proposal
  const named = { name: act, label: labelOf(act, bar) }
  const link = (href: string): BarAct => ({ ...named, kind: 'link', href })
  switch (act) {
    case 'decide':
      return link(paths.joining(slug, number))
    case 'goOnRevising':
      return link(paths.draft(slug, work.revision?.id ?? ''))
    case 'goOnSuggesting':
      return link(paths.amendmentDraft(slug, number, work.suggestion?.id ?? ''))
    case 'comment':
      return link(paths.writeComment(slug, number))
    case 'takeOver':
      return link(paths.takeOver(slug, number))
    case 'withdraw':
      return link(paths.withdraw(slug, number))
    case 'ask':
      return {
        ...named,
        kind: 'form',
        action: actions.ask,
        values: { id: work.revision?.id ?? '' },
      }
    case 'revise':
      return { ...named, kind: 'form', action: actions.revise, values: { proposalId } }
    case 'suggest':
      return { ...named, kind: 'form', action: actions.suggest, values: { proposalId } }
    case 'coSponsor':
    case 'confirm':
    case 'leave': {
      const isEnd = act === 'leave'
      const t = translations('proposals.sheets')
      const values = { name: delegation, number, revision: currentNumber }
      return {
        ...named,
        kind: 'sheet',
        href: paths.coSponsorship(slug, number, isEnd ? 'leave' : 'join'),
        sheet: {
          title: t(`${act}.title`, values),
          means: t(`${act}.means`, values),
          button: t(`${act}.button`, values),
          action: isEnd ? actions.leave : actions.coSponsor,
          values: isEnd ? { proposalId } : { proposalId, revisionNumber: currentNumber },
          alarm: isEnd,
        },
      }
    }
  }
}

/** The files of the present revision, and with the suggested changes if there are any. */
export function barFiles({ proposal, slug }: Pick<Bar, 'proposal' | 'slug'>): BarFile[] {
  const t = translations('proposals.acts.files')
  const { number, currentNumber: revision, openAmendments } = proposal
  const files = [
    { label: t('word', { revision }), href: paths.revisionFile(slug, number, revision) },
    { label: t('pdf', { revision }), href: paths.revisionPdf(slug, number, revision) },
  ]
  if (openAmendments === 0) return files
  const tracked = paths.revisionFile(slug, number, revision, 'amendments')
  return [...files, { label: t('tracked'), href: tracked }]
}
