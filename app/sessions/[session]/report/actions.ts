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

const answer = (key: string) => ({ message: translations('report.done')(key) })

export const write = formAction(WriteParagraph, async (actor, input) => {
  await writeParagraph(actor, input)
  return { goTo: paths.report(input.slug), ...answer('written') }
})

export const revise = formAction(ReviseParagraph, async (actor, input) => {
  await reviseParagraph(actor, input)
  return { goTo: paths.report(input.slug), ...answer('revised') }
})

export const remove = formAction(RemoveParagraph, async (actor, input) => {
  await removeParagraph(actor, input)
  return answer('removed')
})

export const leaveOut = formAction(LeaveOutParagraph, async (actor, input) => {
  await leaveOutParagraph(actor, input)
  return { goTo: paths.report(input.slug), ...answer('leftOut') }
})

export const putBack = formAction(PutBackParagraph, async (actor, input) => {
  await putBackParagraph(actor, input)
  return { goTo: paths.report(input.slug), ...answer('putBack') }
})

export const complete = formAction(CompleteGap, async (actor, input) => {
  await completeGap(actor, input)
  return answer(input.completes === 'yes' ? 'left' : 'taken')
})

export const fill = formAction(FillPlace, async (actor, input) => {
  const { isIssued } = await fillPlace(actor, input)
  return answer(isIssued ? 'filledLast' : 'filled')
})

const correctionAnswer = (key: string) => ({ message: translations('corrigenda')(key) })

export const correct = formAction(CorrectReport, async (actor, input) => {
  await proposeReportCorrigendum(actor, input)
  return { goTo: paths.correctReport(input.slug), ...correctionAnswer('done') }
})

export const releaseCorrection = formAction(EndReportCorrigendum, async (actor, input) => {
  await releaseReportCorrigendum(actor, input)
  return correctionAnswer('released')
})

export const discardCorrection = formAction(EndReportCorrigendum, async (actor, input) => {
  await discardReportCorrigendum(actor, input)
  return correctionAnswer('discarded')
})

export const list = formAction(PlaceList, async (actor, input) => {
  await placeList(actor, input)
  return answer(input.inReport === 'yes' ? 'listIn' : 'listOut')
})

export const release = formAction(ReleaseReport, async (actor, input) => {
  await releaseReport(actor, input)
  return answer('released')
})

export const addendum = formAction(IssueAddendum, async (actor, input) => {
  await issueAddendum(actor, input)
  return answer('addendumIssued')
})

export const rule = formAction(RuleOnParagraph, async (actor, input) => {
  await ruleOnParagraph(actor, input)
  return { goTo: paths.adoptReport(input.slug), ...answer(input.kind) }
})

export const adopt = formAction(AdoptReport, async (actor, input) => {
  await adoptReport(actor, input)
  return { goTo: paths.report(input.slug), ...answer('adoptedWhole') }
})
