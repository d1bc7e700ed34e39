import { asAttachment } from '@/lib/export/file-name'
import { handler } from '@/lib/http/access'
import { negotiationDraft, readNegotiation } from '@/lib/amendments/negotiation/negotiation'
import { getNegotiation } from '@/lib/amendments/negotiation/queries'
import { printSeatTime } from '@/lib/clock'
import { orNotFound } from '@/lib/errors'
import { paperToDocx } from '@/lib/export/word'
import { paragraphsFrom } from '@/lib/export/from-document'
import { withCoSponsors } from '@/lib/proposals/co-sponsors'
import { readNumber } from '@/lib/proposals/number'
import { getProposal } from '@/lib/proposals/queries'
import { revisionPaper } from '@/lib/proposals/revision-paper'
import { isDemonstration } from '@/lib/sessions/demonstration'
import { withGroup } from '@/lib/sessions/attribution/attribution'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'

/** The text under negotiation as a Word document: open words, or alternatives numbered with bis, ter … */
export const GET = handler('participant', async (actor, request, params) => {
  const search = new URL(request.url).searchParams
  const { form, names } = readNegotiation(Object.fromEntries(search))
  const session = await getSession(actor, params.session!)
  const proposal = await getProposal(actor, session, readNumber(params.number))
  const { number, currentNumber: revision, language, delegationName, onBehalf } = proposal
  const { submittedAt } = orNotFound(
    proposal.revisions.find((candidate) => candidate.number === revision),
  )
  const name = withGroup(delegationName, onBehalf)
  const t = translations('negotiation')
  const tl = translations('lists.paper')
  const { segments, amendments } = await getNegotiation(actor, proposal)
  const attribution = {
    asks: (by: string) => t('asks', { names: by }),
    deletes: (by: string) => t('deletes', { names: by }),
  }
  const entries = negotiationDraft(segments, amendments, form, names ? attribution : null)
  const paragraphs = entries.map(({ document }) => paragraphsFrom(document))
  const paper = revisionPaper({
    session,
    language,
    submittedAt,
    text:
      form === 'words'
        ? paragraphs.flat()
        : entries.map(({ version }, index) => ({ text: paragraphs[index]!, alternative: version })),
    title: t('paper.title', { number }),
    subtitle: withCoSponsors(
      t('paper.subtitle', { revision, name, time: printSeatTime(submittedAt) }),
      proposal,
      revision,
    ),
    notice: isDemonstration() ? tl('notice') : '',
  })
  const file = `${session.slug}-proposal-${number}-negotiation${names ? '' : '-without-names'}.docx`
  const body = await paperToDocx(paper)
  return new Response(body as BodyInit, {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'content-disposition': asAttachment(file, body),
      'cache-control': 'private, no-store',
    },
  })
})
