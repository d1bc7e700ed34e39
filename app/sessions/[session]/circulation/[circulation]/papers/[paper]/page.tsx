import type { Metadata } from 'next'
import { PaperActs } from '@/components/circulation/papers/paper-acts'
import { PaperReceipt } from '@/components/circulation/papers/paper-receipt'
import { PieceList } from '@/components/circulation/papers/piece-list'
import { Confirmed } from '@/components/ui/confirmed'
import { HiddenValues } from '@/components/ui/form'
import { PageHeading } from '@/components/ui/page-heading'
import { getPaper } from '@/lib/circulation/papers/queries'
import { asId } from '@/lib/errors'
import { page } from '@/lib/http/access'
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
  join,
  release,
  reopen,
} from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('papers')('title'),
})

/** A paper as it was understood: a person confirms each piece or puts it right; what is no comment stays in sight. */
export default page('participant', async (actor, { params, search }) => {
  const session = await getSession(actor, params.session!)
  const paper = await getPaper(actor, session.id, asId(params.paper))
  const t = translations('papers')
  const { circulationId } = paper
  const here = paths.paper(session.slug, circulationId, paper.id)
  const acts = { accept, decide, dismiss, reopen, join, cut }
  const isRest = (piece: (typeof paper.pieces)[number]) =>
    piece.notComment || (piece.isRemainder && !piece.isDecided)
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
        acts={{ acceptSeveral, confirm, release: paper.isLate ? acceptAsLate : release }}
        inHand={paths.circulationInHand(session.slug, circulationId)}
      />
      <PieceList
        title={t('pieces')}
        pieces={paper.pieces.filter((piece) => !isRest(piece))}
        paper={paper}
        acts={acts}
        opened={search.piece}
        here={here}
      />
      <PieceList
        title={t('rest')}
        hint={t('restHint')}
        pieces={paper.pieces.filter(isRest)}
        paper={paper}
        acts={acts}
        opened={search.piece}
        here={here}
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
