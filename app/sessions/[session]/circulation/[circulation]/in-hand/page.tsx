import { AskedRelease, TickAllBoxes } from '@/components/circulation/commenting/asked-release'
import { InHand } from '@/components/circulation/commenting/drafts'
import { aboutWords, replacesWords, saidMark } from '@/components/circulation/commenting/said'
import { DeadlineLine, postedWords } from '@/components/circulation/commenting/reading-head'
import { Empty } from '@/components/ui/empty'
import { ClientMessages } from '@/components/messages/client-messages'
import { FieldRefusal } from '@/components/ui/field'
import { Form, HiddenValues, SubmitButton } from '@/components/ui/form'
import { PageHeading } from '@/components/ui/page-heading'
import { printSeatTime } from '@/lib/clock'
import { canReleaseHere } from '@/lib/circulation/comments/policy'
import { listOwnDrafts } from '@/lib/circulation/comments/reading/own-queries'
import { listReceipts } from '@/lib/circulation/comments/reading/receipts'
import { seenWords } from '@/lib/circulation/comments/drafts/seen'
import { page } from '@/lib/http/access'
import { orNotFound } from '@/lib/errors'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'
import { askLate, discard, release, restore } from '../actions'
import { readAddress } from '../reading'
import { titledOfCirculation } from '../titles'

export const generateMetadata = titledOfCirculation(() =>
  translations('circulationComments')('clearTitle'),
)

const TICKED = 'ticked'

/** All comments in hand of the reader's delegation, for a release of one, several or all in one act. */
export default page('participant', async (actor, { params }) => {
  const { circulation } = await readAddress(actor, params)
  const delegation = orNotFound(circulation.delegation)
  const [drafts, receipts] = await Promise.all([
    listOwnDrafts(circulation),
    listReceipts(circulation),
  ])
  const t = translations('circulationComments')
  const { id, slug, isOpen, title } = circulation
  const inHand = drafts.filter(({ discardedAt, handedAt }) => !discardedAt && !handedAt)
  const onPaper = isOpen ? [] : inHand.filter(({ onPaperAt }) => onPaperAt)
  const open = inHand.filter((draft) => !onPaper.includes(draft))
  const others = drafts.filter((draft) => !inHand.includes(draft))
  const mayRelease = canReleaseHere(actor, circulation)
  const values = { circulationId: id, seen: seenWords(open) }
  const now = paths.circulationInHand(slug, id)
  return (
    <>
      <PageHeading
        trail={[{ href: paths.circulationComments(slug, id), label: title }]}
        title={t('clearTitle')}
      >
        <p>{t(isOpen ? 'clearAbout' : 'clearAboutClosed', { name: delegation.name })}</p>
        <DeadlineLine circulation={circulation} />
      </PageHeading>
      {onPaper.length > 0 && (
        <section aria-labelledby="on-paper" className="mb-10 grid gap-5">
          <h2 id="on-paper" className="text-lg font-semibold">
            {t('onPaperTitle')}
          </h2>
          {onPaper.map((draft) => (
            <InHand
              key={draft.id}
              draft={draft}
              circulation={circulation}
              acts={mayRelease ? { discard, restore } : null}
              about="h3"
            />
          ))}
        </section>
      )}
      {inHand.length === 0 ? (
        <Empty title={t('clearNone')}>{t('clearNoneHint')}</Empty>
      ) : open.length === 0 ? null : (
        <>
          {mayRelease && open.length > 1 && (
            <p className="no-print mb-4">
              <ClientMessages namespaces={['circulationComments.sheet']}>
                <TickAllBoxes formId={TICKED} />
              </ClientMessages>
            </p>
          )}
          <ul className="grid gap-6">
            {open.map((draft) => (
              <li key={draft.id} className="flex items-start gap-3">
                {mayRelease && (
                  <input
                    type="checkbox"
                    form={TICKED}
                    name="ids[]"
                    value={draft.id}
                    aria-label={t('tickOne', { where: aboutWords(draft) })}
                    className="mt-1.5 size-5 shrink-0 accent-accent"
                  />
                )}
                <div className="min-w-0 flex-1">
                  <InHand
                    draft={draft}
                    circulation={circulation}
                    acts={{ discard, restore }}
                    about="h2"
                  />
                </div>
              </li>
            ))}
          </ul>
          {mayRelease ? (
            <div className="no-print sticky bottom-0 mt-8 border-t border-line bg-paper py-3">
              {isOpen ? (
                <>
                  <Form id={TICKED} action={release} now={now} className="grid gap-3">
                    <HiddenValues values={values} />
                    <FieldRefusal name="ids" />
                  </Form>
                  <ClientMessages namespaces={['circulationComments.sheet']}>
                    <AskedRelease
                      formId={TICKED}
                      action={release}
                      values={values}
                      now={now}
                      button={t('releaseTicked')}
                      delegation={delegation.name}
                      posted={postedWords(circulation)}
                      names={Object.fromEntries(
                        open.map((draft) => [
                          draft.id,
                          [aboutWords(draft), saidMark(draft), replacesWords(draft)]
                            .filter(Boolean)
                            .join(' · '),
                        ]),
                      )}
                    />
                  </ClientMessages>
                </>
              ) : (
                <Form id={TICKED} action={askLate} now={now} className="grid gap-3">
                  <HiddenValues values={values} />
                  <FieldRefusal name="ids" />
                  <p className="max-w-prose text-sm text-quiet">{t('askLateHint')}</p>
                  <div>
                    <SubmitButton tone="quiet">{t('askLate')}</SubmitButton>
                  </div>
                </Form>
              )}
            </div>
          ) : (
            <p className="mt-6 text-quiet">{t('form.adviserHint')}</p>
          )}
        </>
      )}
      {others.length > 0 && (
        <section aria-labelledby="others" className="mt-10 grid gap-5">
          <h2 id="others" className="text-lg font-semibold">
            {t('othersTitle')}
          </h2>
          {others.map((draft) => (
            <InHand
              key={draft.id}
              draft={draft}
              circulation={circulation}
              acts={{ discard, restore }}
              about="h3"
            />
          ))}
        </section>
      )}
      {receipts.length > 0 && (
        <section aria-labelledby="receipts" className="mt-10">
          <h2 id="receipts" className="mb-2 text-lg font-semibold">
            {t('receipts')}
          </h2>
          <ul className="grid gap-1">
            {receipts.map((receipt) => (
              <li key={receipt.id}>
                <a href={paths.circulationReceipt(slug, id, receipt.id)} className="way">
                  {t('receiptLine', {
                    time: printSeatTime(receipt.receivedAt),
                    count: receipt.count,
                  })}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
})
