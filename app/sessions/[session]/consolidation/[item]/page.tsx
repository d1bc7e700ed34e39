import type { Metadata } from 'next'
import { CommentsBeside } from '@/components/circulation/compilation/comments-beside'
import { LeftDesk } from '@/components/consolidation/bar/desk-memory'
import { Disagreements } from '@/components/consolidation/item/disagreements'
import { ItemOffListPage } from '@/components/consolidation/item/item-off-list'
import { ItemTools } from '@/components/consolidation/item/item-tools'
import { ItemWords } from '@/components/consolidation/item/item-words'
import { LinkTools } from '@/components/consolidation/item/link-tools'
import { SourceEntry } from '@/components/consolidation/facts/source-entry'
import { StatusWord } from '@/components/consolidation/facts/status-word'
import { Corrigenda } from '@/components/consolidation/output/corrigenda'
import { ProposedCorrigendum } from '@/components/consolidation/output/proposed-corrigendum'
import { ItemLive } from '@/components/live/item-live'
import { SessionLive } from '@/components/live/session-live'
import { ItemPlenary } from '@/components/plenary/item-plenary'
import { SourceUse } from '@/components/consolidation/item/source-use'
import { SourceVoices } from '@/components/plenary/voices'
import { Difference } from '@/components/text/difference'
import { ClientMessages } from '@/components/messages/client-messages'
import { PageHeading } from '@/components/ui/page-heading'
import { TextOfRecord } from '@/components/text/text-of-record'
import { currentReader, page, type PageProps } from '@/lib/http/access'
import { listCommentsOn } from '@/lib/circulation/compilation/queries/beside'
import { printSeatTime } from '@/lib/clock'
import {
  canChangeList,
  canCorrectItem,
  canMergeItem,
  canSpeakOnItem,
  canWorkOnList,
} from '@/lib/consolidation/policy'
import { findProposedCorrigendum } from '@/lib/plenary/corrigenda/queries'
import { listObjections, listSupport } from '@/lib/plenary/console-queries'
import { findItems, findPageOfList } from '@/lib/consolidation/desk/queries/list-queries'
import { nameItem } from '@/lib/consolidation/desk/queries/item-names'
import { findItemOffList } from '@/lib/consolidation/desk/queries/off-list'
import { getItemStamp } from '@/lib/consolidation/desk/queries/item-stamp'
import { getConsolidatedItem } from '@/lib/consolidation/desk/queries/item-queries'
import { roomVersion } from '@/lib/plenary/screen/queries'
import { listWrittenPositions } from '@/lib/plenary/written-positions'
import { isSignedIn, membershipIn } from '@/lib/delegations/actor'
import { asId, orNotFound } from '@/lib/errors'
import { itemNumber } from '@/lib/proposals/preliminary-list/item-number'
import { paths } from '@/lib/paths'
import { sha256 } from '@/lib/record/record'
import { getSession } from '@/lib/sessions/queries'
import { directionOf } from '@/lib/text/locales'
import { translations } from '@/lib/messages'
import { object, support, supportNoMore, withdraw } from '../../console/actions'
import {
  correct,
  discardCorrection,
  move,
  releaseCorrection,
  remove,
  reword,
  takeProposed,
  unlink,
} from '../actions'
import { merge, split, take as retake } from '../desk-actions'
import { apart } from '@/lib/text/apart'

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const [{ actor }, { session = '', item = '' }] = await Promise.all([currentReader(), params])
  const name = isSignedIn(actor) ? await nameItem(actor, session, asId(item)) : ''
  return { title: name || translations('consolidation')('one') }
}

/** One consolidated item: its text, its sources, and every wording it had. */
export default page('participant', async (actor, { params, search }) => {
  const session = await getSession(actor, params.session ?? '')
  const t = translations('consolidation')
  const tp = translations('plenary')
  const id = asId(params.item)
  const [opened, gone] = await Promise.all([
    findPageOfList(actor, session, { page: 1, under: '' }),
    findItemOffList(actor, session, id),
  ])
  const list = orNotFound(opened)
  const live = (
    <SessionLive
      address={paths.consolidationStream(session.slug)}
      version={roomVersion(session, list)}
    />
  )
  if (gone)
    return (
      <>
        {live}
        <ItemOffListPage item={gone} slug={session.slug} />
      </>
    )
  const works = canWorkOnList(actor, list).allowed
  // Read before the item: a change in between is offered once too often, never missed.
  const stamp = works ? await getItemStamp(actor, session, id) : null
  const item = await getConsolidatedItem(actor, session, id)
  const [objections, statements, voices, proposal, comments] = await Promise.all([
    listObjections(actor, session, item.id),
    listSupport(actor, session, item.id),
    listWrittenPositions(actor, session, item.id),
    list.adoptedAt ? findProposedCorrigendum(actor, list, item.id) : null,
    listCommentsOn(
      actor,
      session,
      item.from.map(({ id }) => id),
    ),
  ])
  const open = canChangeList(actor, list).allowed
  const query = works ? (search.other ?? '').slice(0, 200) : ''
  const items = query ? await findItems(actor, session, query) : []
  return (
    <>
      <PageHeading
        trail={[{ href: paths.consolidation(session.slug), label: t('title') }]}
        title={`${itemNumber(item)} ${item.heading}`}
      >
        <span className="flex flex-wrap items-baseline gap-x-4">
          {t(`kinds.${item.kind}`)}
          <StatusWord status={item.status} adopted={list.adoptedAt !== null} />
          {item.statusReason && (
            <span dir="auto">{tp('declaredBecause', { reason: apart(item.statusReason) })}</span>
          )}
        </span>
      </PageHeading>
      {/* The desk's forms are about the wording that was read: they stay as they were drawn until the reader asks. */}
      {stamp ? (
        <ClientMessages namespaces={['live']}>
          <ItemLive address={paths.itemStream(session.slug, item.id)} stamp={stamp} />
        </ClientMessages>
      ) : (
        live
      )}
      <LeftDesk slug={session.slug} />
      <TextOfRecord document={item.corrigenda.at(-1)?.body ?? item.body} language={item.language} />
      {!open && (
        <Corrigenda
          item={item}
          slug={session.slug}
          issue={
            canCorrectItem(actor, list).allowed && !proposal
              ? { action: correct, over: sha256(item.corrigenda.at(-1)?.text ?? item.text) }
              : null
          }
        >
          {proposal && (
            <ProposedCorrigendum
              proposal={proposal}
              present={item.corrigenda.at(-1)?.text ?? item.text}
              language={item.language}
              slug={session.slug}
              acts={{ release: releaseCorrection, discard: discardCorrection }}
            />
          )}
        </Corrigenda>
      )}

      <div className="mt-10 max-w-3xl empty:hidden">
        <Disagreements disagreements={item.disagreed} wording={item.wording} />
      </div>
      {open && (
        <ItemPlenary
          slug={session.slug}
          item={item}
          objections={objections}
          support={statements}
          own={
            canSpeakOnItem(actor, list).allowed
              ? (membershipIn(actor, session.id)?.delegationId ?? null)
              : null
          }
          acts={{ object, withdraw, support, supportNoMore }}
        />
      )}

      <section aria-labelledby="sources" className="mt-12">
        <h2 id="sources" className="mb-4 font-serif text-xl font-semibold">
          {t('sources')}
        </h2>
        {item.from.length === 0 && <p className="text-sm text-quiet">{t('noSourcesOfItem')}</p>}
        <div className="grid gap-8">
          {item.from.map((source) => (
            <div key={source.id} id={`from-${source.id}`} className="scroll-mt-4">
              <SourceEntry source={source}>
                <SourceUse item={item} source={source} />
                <SourceVoices voices={voices} itemId={source.id} />
                <CommentsBeside
                  comments={comments}
                  itemId={source.id}
                  slug={session.slug}
                  text={source.text}
                  language={source.language}
                  take={
                    works
                      ? {
                          itemId: item.id,
                          text: item.text,
                          wording: item.wording,
                          action: takeProposed,
                        }
                      : null
                  }
                />
                {works && (
                  <LinkTools
                    source={source}
                    itemId={item.id}
                    slug={session.slug}
                    acts={{ retake, unlink }}
                  />
                )}
              </SourceEntry>
            </div>
          ))}
        </div>
      </section>

      <ItemWords item={item} slug={session.slug} />

      {works && (
        <ItemTools
          actor={actor}
          item={item}
          list={list}
          mergeSearch={{
            query,
            candidates: items
              .filter(({ id }) => id !== item.id)
              .map((candidate) => ({
                ...candidate,
                decision: canMergeItem(actor, list, candidate),
              })),
          }}
          slug={session.slug}
          acts={{ reword, move, remove, merge, split }}
        />
      )}

      <section aria-labelledby="wordings" className="mt-12">
        <h2 id="wordings" className="mb-5 font-serif text-xl font-semibold">
          {t('wordings')}
        </h2>
        <ol className="grid gap-6">
          {item.wordings.map((wording, index) => {
            const before = item.wordings[index + 1]
            return (
              <li key={wording.number}>
                <p className="text-sm text-quiet">
                  {t('wordingOf', {
                    number: wording.number,
                    name: wording.createdBy,
                    time: printSeatTime(wording.createdAt),
                  })}
                  {wording.proposedBy && ` · ${t('takenFrom', { name: wording.proposedBy })}`}
                  {wording.reason && ` · ${wording.reason}`}
                </p>
                <p
                  lang={item.language}
                  dir={directionOf(item.language)}
                  className="max-w-prose whitespace-pre-line font-serif"
                >
                  {before ? (
                    <Difference base={before.text} next={wording.text} locale={item.language} />
                  ) : (
                    wording.text
                  )}
                </p>
              </li>
            )
          })}
        </ol>
      </section>
    </>
  )
})
