import { PaperActs } from '@/components/circulation/papers/paper-acts'
import { PaperReceipt } from '@/components/circulation/papers/paper-receipt'
import { PieceChoice } from '@/components/circulation/papers/piece-choice'
import { PieceList } from '@/components/circulation/papers/piece-list'
import { PagesNav } from '@/components/consolidation/pages-nav'
import { Confirmed } from '@/components/ui/confirmed'
import { HiddenValues } from '@/components/ui/form'
import { PageHeading } from '@/components/ui/page-heading'
import { getPaper } from '@/lib/circulation/papers/queries'
import { piecesOnPage, type Showing } from '@/lib/circulation/papers/shown'
import { asId } from '@/lib/errors'
import { page, titled } from '@/lib/http/access'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { getSession } from '@/lib/sessions/queries'
import {
  accept,
  acceptAsLate,
  acceptSeveral,
  confirm,
  cut,
  decide,
  discard,
  dismiss,
  give,
  group,
  join,
  release,
  reopen,
} from './actions'

export const generateMetadata = titled(
  'participant',
  () => translations('papers')('one'),
  async (actor, { params }) => {
    const session = await getSession(actor, params.session!)
    const { kind: form, delegation: name } = await getPaper(actor, session.id, asId(params.paper))
    const t = translations('papers')
    return t('rowOf', { kind: t(`kinds.${form}`), name })
  },
)

/** A paper with the program's guesses: a person confirms or corrects each piece; other pieces stay in sight. */
export default page('participant', async (actor, { params, search }) => {
  const session = await getSession(actor, params.session!)
  const paper = await getPaper(actor, session.id, asId(params.paper))
  const t = translations('papers')
  const { circulationId } = paper
  const acts = { accept, decide, give, dismiss, reopen, join, cut }
  const opened = search.piece ?? search.at
  const piecePage = piecesOnPage(paper.pieces, { show: search.show, page: search.page, at: opened })
  const { show, page: number, pages, counts } = piecePage
  const addressOf = (query: { show?: Showing; page?: number; piece?: string }) =>
    paths.paper(session.slug, circulationId, paper.id, queryOf({ show, ...query }))
  const list = {
    paper,
    acts,
    show,
    opened: search.piece,
    open: (piece: string) => `${addressOf({ piece })}#piece-${piece}`,
  }
  const version = { id: paper.id, version: paper.version }
  return (
    <>
      <PageHeading
        trail={[
          {
            href: paths.circulationComments(session.slug, circulationId),
            label: paper.circulationTitle,
          },
          { href: paths.papers(session.slug, circulationId), label: t('title') },
        ]}
        title={paper.fileName}
      >
        {t('rowOf', { kind: t(`kinds.${paper.kind}`), name: paper.delegation })}
      </PageHeading>
      <PaperReceipt
        paper={paper}
        isTwice={search.twice !== undefined}
        file={paths.paperFile(session.slug, circulationId, paper.id)}
      />
      <PaperActs
        paper={paper}
        acts={{ acceptSeveral, confirm, group, release: paper.isLate ? acceptAsLate : release }}
        inHand={paths.circulationInHand(session.slug, circulationId)}
        open={list.open}
      />
      <PieceChoice
        show={show}
        counts={counts}
        address={(showing) => addressOf({ show: showing })}
      />
      <PieceList {...list} title={t('pieces')} pieces={piecePage.pieces} />
      <PieceList {...list} title={t('rest')} hint={t('restHint')} pieces={piecePage.rest} />
      <PagesNav
        label={t('pages')}
        page={number}
        pages={pages}
        address={(pageNumber) => addressOf({ page: pageNumber })}
      />
      {paper.decides && paper.pieces.every(({ isWritten }) => !isWritten) && (
        <section className="no-print mt-12 border-t border-line-strong pt-6">
          <Confirmed title={t('discard')} label={t('discard')} action={discard}>
            <HiddenValues values={version} />
          </Confirmed>
        </section>
      )}
    </>
  )
})

/** "?show=unsure&page=2": the unusual choices. */
function queryOf({ show, ...query }: { show: Showing; page?: number; piece?: string }): string {
  const parameters = new URLSearchParams(show === 'all' ? {} : { show })
  for (const [name, value] of Object.entries(query)) parameters.set(name, String(value))
  return parameters.size === 0 ? '' : `?${parameters}`
}
