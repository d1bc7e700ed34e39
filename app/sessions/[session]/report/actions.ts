'use server'

import { formAction } from '@/lib/http/action'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { adoptReport, ruleOnParagraph } from '@/lib/report/adoption/commands'
import { fillPlace } from '@/lib/report/adopted/commands'
import { issueAddendum } from '@/lib/report/parts/commands'
import {
  discardReportCorrigendum,
  proposeReportCorrigendum,
  releaseReportCorrigendum,
} from '@/lib/report/corrigenda/commands'
import { leaveOutParagraph, putBackParagraph } from '@/lib/report/omissions/commands'
import { completeGap, placeList, releaseReport } from '@/lib/report/commands'
import {
  AdoptReport,
  CompleteGap,
  CorrectReport,
  EndReportCorrigendum,
  FillPlace,
  IssueAddendum,
  LeaveOutParagraph,
  PlaceList,
  PutBackParagraph,
  ReleaseReport,
  RemoveParagraph,
  ReviseParagraph,
  RuleOnParagraph,
  WriteParagraph,
} from '@/lib/report/schema'
import { removeParagraph, reviseParagraph, writeParagraph } from '@/lib/report/writing/commands'

const said = (key: string) => ({ message: translations('report.done')(key) })

export const write = formAction(WriteParagraph, async (actor, input) => {
  await writeParagraph(actor, input)
  return { goTo: paths.report(input.slug), ...said('written') }
})

export const revise = formAction(ReviseParagraph, async (actor, input) => {
  await reviseParagraph(actor, input)
  return { goTo: paths.report(input.slug), ...said('revised') }
})

export const remove = formAction(RemoveParagraph, async (actor, input) => {
  await removeParagraph(actor, input)
  return said('removed')
})

export const leaveOut = formAction(LeaveOutParagraph, async (actor, input) => {
  await leaveOutParagraph(actor, input)
  return { goTo: paths.report(input.slug), ...said('leftOut') }
})

export const putBack = formAction(PutBackParagraph, async (actor, input) => {
  await putBackParagraph(actor, input)
  return { goTo: paths.report(input.slug), ...said('putBack') }
})

export const complete = formAction(CompleteGap, async (actor, input) => {
  await completeGap(actor, input)
  return said(input.completes === 'yes' ? 'left' : 'taken')
})

export const fill = formAction(FillPlace, async (actor, input) => {
  const { isIssued } = await fillPlace(actor, input)
  return said(isIssued ? 'filledLast' : 'filled')
})

const told = (key: string) => ({ message: translations('corrigenda')(key) })

export const correct = formAction(CorrectReport, async (actor, input) => {
  await proposeReportCorrigendum(actor, input)
  return { goTo: paths.correctReport(input.slug), ...told('done') }
})

export const releaseCorrection = formAction(EndReportCorrigendum, async (actor, input) => {
  await releaseReportCorrigendum(actor, input)
  return told('released')
})

export const discardCorrection = formAction(EndReportCorrigendum, async (actor, input) => {
  await discardReportCorrigendum(actor, input)
  return told('discarded')
})

export const list = formAction(PlaceList, async (actor, input) => {
  await placeList(actor, input)
  return said(input.inReport === 'yes' ? 'listIn' : 'listOut')
})

export const release = formAction(ReleaseReport, async (actor, input) => {
  await releaseReport(actor, input)
  return said('released')
})

export const addendum = formAction(IssueAddendum, async (actor, input) => {
  await issueAddendum(actor, input)
  return said('addendumIssued')
})

export const rule = formAction(RuleOnParagraph, async (actor, input) => {
  await ruleOnParagraph(actor, input)
  return { goTo: paths.adoptReport(input.slug), ...said(input.kind) }
})

export const adopt = formAction(AdoptReport, async (actor, input) => {
  await adoptReport(actor, input)
  return { goTo: paths.report(input.slug), ...said('adoptedWhole') }
})
