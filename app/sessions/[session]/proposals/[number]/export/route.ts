import { asAttachment } from '@/lib/export/file-name'
import { handler } from '@/lib/http/access'
import { type Against, getRevisionParagraphs } from '@/lib/amendments/revision-changes'
import { printSeatTime } from '@/lib/clock'
import { assertFound, orNotFound } from '@/lib/errors'
import { paperToPdf } from '@/lib/export/pdf/write'
import { paperToDocx } from '@/lib/export/word'
import { withCoSponsors } from '@/lib/proposals/co-sponsors'
import { readNumber } from '@/lib/proposals/number'
import { getProposal } from '@/lib/proposals/queries'
import { revisionPaper } from '@/lib/proposals/revision-paper'
import { isDemonstration } from '@/lib/sessions/demonstration'
import { withGroup } from '@/lib/sessions/attribution/attribution'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
}

/**
 * A revision as a Word document: clean, against an earlier revision, or the present one with the
 * suggested changes that stand; changes are tracked in the name of the States that asked for them.
 * With `format=pdf` the clean text as a PDF.
 */
export const GET = handler('participant', async (actor, request, params) => {
  const search = new URL(request.url).searchParams
  const session = await getSession(actor, params.session!)
  const proposal = await getProposal(actor, session, readNumber(params.number))
  const { number, currentNumber, language, delegationName, onBehalf } = proposal
  const revision = search.has('revision') ? readNumber(search.get('revision')!) : currentNumber
  const parameter = search.get('against')
  const against: Against =
    parameter === null ? null : parameter === 'amendments' ? parameter : readNumber(parameter)
  assertFound(against !== 'amendments' || revision === currentNumber)
  const format = search.get('format') ?? 'docx'
  assertFound(format === 'docx' || (format === 'pdf' && against === null))
  const { submittedAt } = orNotFound(
    proposal.revisions.find((candidate) => candidate.number === revision),
  )
  const t = translations('revisionFile')
  const tl = translations('lists.paper')
  const text = await getRevisionParagraphs(actor, proposal, revision, against)
  const values = {
    revision,
    name: withGroup(delegationName, onBehalf),
    time: printSeatTime(submittedAt),
  }
  const about = withCoSponsors(t('subtitle', values), proposal, revision)
  const marked =
    against === null
      ? ''
      : ` ${against === 'amendments' ? t('withAmendments') : t('against', { number: against })}`
  const paper = revisionPaper({
    session,
    language,
    submittedAt,
    text,
    title: t('title', { number }),
    subtitle: `${about}${marked}`,
    notice: isDemonstration() ? tl('notice') : '',
  })
  const name = `${session.slug}-proposal-${number}-revision-${revision}${against === null ? '' : `-against-${against}`}.${format}`
  const body = await (format === 'pdf' ? paperToPdf : paperToDocx)(paper)
  return new Response(body as BodyInit, {
    headers: {
      'content-type': TYPES[format],
      'content-disposition': asAttachment(name, body),
      'cache-control': 'private, no-store',
    },
  })
})
