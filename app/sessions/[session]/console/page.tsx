import type { Metadata } from 'next'
import { PresidingNow } from '@/components/delegations/presiding-now'
import { CommentsBeside } from '@/components/circulation/compilation/comments-beside'
import { ClientMessages } from '@/components/messages/client-messages'
import { Disagreements } from '@/components/consolidation/item/disagreements'
import { SourceEntry } from '@/components/consolidation/facts/source-entry'
import { StatusWord } from '@/components/consolidation/facts/status-word'
import { SourceDifference } from '@/components/text/difference'
import { Empty } from '@/components/ui/empty'
import { SessionLive } from '@/components/live/session-live'
import { PageHeading } from '@/components/ui/page-heading'
import { ItemJump } from '@/components/plenary/item-jump'
import { ItemSteps } from '@/components/plenary/item-steps'
import { Objections } from '@/components/plenary/objections'
import { InFavour } from '@/components/plenary/in-favour'
import { ScreenTyping } from '@/components/plenary/screen/screen-typing'
import { SettledText } from '@/components/plenary/screen/settled-text'
import { DecisionBeforeRoom, Rulings } from '@/components/plenary/screen/rulings'
import { StatusForms } from '@/components/plenary/status-forms'
import { SourceVoices } from '@/components/plenary/voices'
import { page } from '@/lib/http/access'
import { getConsole, listObjections, listSupport } from '@/lib/plenary/console-queries'
import { findConsolidatedList } from '@/lib/consolidation/desk/queries/list-queries'
import { getConsolidatedItem } from '@/lib/consolidation/desk/queries/item-queries'
import { listCommentsOn } from '@/lib/circulation/compilation/queries/beside'
import { canChangeList, canTypeOnScreen, canUseScreen } from '@/lib/consolidation/policy'
import { standsInBrackets } from '@/lib/consolidation/status/status-rule'
import { listWrittenPositions } from '@/lib/plenary/written-positions'
import { itemNumber } from '@/lib/proposals/preliminary-list/item-number'
import { paths } from '@/lib/paths'
import { getPowers } from '@/lib/delegations/powers/queries'
import { getRulings } from '@/lib/sessions/decisions/room-queries'
import { roomVersion } from '@/lib/plenary/screen/queries'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'
import { clear, declare, fix, hide, put, rule, show, type } from './actions'
import { apart } from '@/lib/text/apart'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('plenary')('console'),
})

/** The plenary's console: the item before the room, the statements on it, and the next one. */
export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const t = translations('plenary')
  const [view, list, decisions, powers] = await Promise.all([
    getConsole(actor, session),
    findConsolidatedList(actor, session),
    getRulings(actor, session),
    getPowers(session),
  ])
  const rulings = <Rulings slug={session.slug} view={decisions} acts={{ rule, show }} />
  const items = list?.headings.flatMap((heading) => heading.items) ?? []
  const heading = (
    <>
      <PageHeading
        trail={[
          {
            href: paths.consolidation(session.slug),
            label: translations('consolidation')('title'),
          },
        ]}
        title={t('console')}
        actions={
          <a href={paths.projector(session.slug)} target="_blank" className="button">
            {t('openProjector')}
          </a>
        }
      >
        {t('consoleLead')}
      </PageHeading>
      <SessionLive
        address={paths.consolidationStream(session.slug)}
        version={roomVersion(session, list)}
      />
      <p className="mb-4 text-sm text-quiet" data-testid="presiding">
        <PresidingNow handedTo={powers.handedTo} />
      </p>
      <DecisionBeforeRoom slug={session.slug} view={decisions} hide={hide} />
    </>
  )
  if (!list || items.length === 0)
    return (
      <>
        {heading}
        <Empty title={t('noItems')}>{t('noItemsHint')}</Empty>
        {rulings}
      </>
    )
  const place = items.findIndex(({ id }) => id === view.onScreenItemId)
  const adopted = !canChangeList(actor, list).allowed
  const steps = canUseScreen(actor, list).allowed && (
    <ClientMessages namespaces={['plenary.steps']}>
      <ItemSteps
        slug={session.slug}
        previous={items[place - 1]?.id ?? null}
        next={items[place + 1]?.id ?? null}
        action={put}
        begins={place < 0}
      />
    </ClientMessages>
  )
  const { typing } = view
  if (place < 0 || !typing)
    return (
      <>
        {heading}
        <Empty title={t('room.nothing')}>
          {t(adopted ? 'nothingOnScreenAdopted' : 'nothingOnScreenHint')}
        </Empty>
        {steps && <div className="mt-6">{steps}</div>}
        {rulings}
      </>
    )
  const { id } = items[place]!
  const [item, objections, support, voices] = await Promise.all([
    getConsolidatedItem(actor, session, id),
    listObjections(actor, session, id),
    listSupport(actor, session, id),
    listWrittenPositions(actor, session, id),
  ])
  const comments = await listCommentsOn(
    actor,
    session,
    item.from.map((source) => source.id),
  )
  const mayType = canTypeOnScreen(actor, list, item)
  return (
    <>
      {heading}
      <div className="mb-6 flex flex-wrap items-baseline justify-between gap-4">
        <p className="text-sm text-quiet">
          {item.heading} · <b>{itemNumber(item)}</b> ·{' '}
          {t('room.place', { place: place + 1, of: items.length })}
        </p>
        {steps}
      </div>
      <div className="grid grid-cols-1 gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
        <div>
          {mayType.allowed ? (
            <ScreenTyping
              key={item.id}
              slug={session.slug}
              view={typing}
              language={item.language}
              bracketed={standsInBrackets(item.status)}
              acts={{ fix, clear }}
            />
          ) : (
            <SettledText
              slug={session.slug}
              item={item}
              typing={mayType}
              isTyped={!adopted && typing.version > 0}
              clear={clear}
            />
          )}
        </div>
        <aside className="grid content-start gap-6 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <div>
            <p className="text-lg">
              <StatusWord status={item.status} adopted={adopted} />
            </p>
            {item.statusReason && (
              <p dir="auto" className="mt-1 text-sm">
                {t('declaredBecause', { reason: apart(item.statusReason) })}
              </p>
            )}
          </div>
          {!adopted && (
            <StatusForms
              slug={session.slug}
              list={list}
              item={item}
              action={view.presides ? declare : null}
            />
          )}
          <Objections
            objections={objections}
            item={item}
            take={
              mayType.allowed && typing.version === 0 ? { action: type, slug: session.slug } : null
            }
          />
          <InFavour support={support} wording={item.wording} />
          {!adopted && (
            <ItemJump key={id} slug={session.slug} items={items} present={id} action={put} />
          )}
        </aside>
        <div className="grid content-start gap-8 lg:col-start-1 lg:row-start-2">
          <Disagreements disagreements={item.disagreed} wording={item.wording} />
          <section aria-labelledby="sources">
            <h2 id="sources" className="mb-4 font-semibold">
              {t('sources')}
            </h2>
            {item.from.length === 0 && <p className="text-quiet">{t('noSource')}</p>}
            <div className="grid gap-6">
              {item.from.map((source) => (
                <SourceEntry
                  key={source.id}
                  source={source}
                  text={
                    <SourceDifference source={source} text={item.text} language={item.language} />
                  }
                >
                  <SourceVoices voices={voices} itemId={source.id} />
                  <CommentsBeside
                    comments={comments}
                    itemId={source.id}
                    slug={session.slug}
                    text={source.text}
                    language={source.language}
                    take={null}
                  />
                </SourceEntry>
              ))}
            </div>
          </section>
        </div>
      </div>
      {rulings}
    </>
  )
})
