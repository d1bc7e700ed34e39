import { AskedRelease } from '@/components/circulation/commenting/asked-release'
import { postedWords } from '@/components/circulation/commenting/reading-head'
import { OnBehalfField } from '@/components/groups/on-behalf-field'
import { Empty } from '@/components/ui/empty'
import { CheckGroup } from '@/components/ui/field'
import { ClientMessages } from '@/components/messages/client-messages'
import { ChineseFont } from '@/components/text/chinese-font'
import { Form, HiddenValues } from '@/components/ui/form'
import { PageHeading } from '@/components/ui/page-heading'
import { canReleaseHere } from '@/lib/circulation/comments/policy'
import { listContents } from '@/lib/circulation/comments/reading/queries'
import { type Begins, firstWordsOf } from '@/lib/circulation/comments/reading/first-words'
import type { ContentsList } from '@/lib/circulation/comments/reading/views'
import { targetName } from '@/lib/circulation/compilation/target-name'
import { page } from '@/lib/http/access'
import { orNotFound } from '@/lib/errors'
import { onBehalfOf } from '@/lib/sessions/attribution/attribution'
import { listOwnGroups } from '@/lib/sessions/attribution/queries'
import { paths } from '@/lib/paths'
import { sessionName } from '@/lib/sessions/session-view'
import { directionOf } from '@/lib/text/locales'
import { translations } from '@/lib/messages'
import { support } from '../actions'
import { readAddress } from '../reading'
import { titledOfCirculation } from '../titles'

export const generateMetadata = titledOfCirculation(() =>
  translations('circulationComments')('supportTitle'),
)

const SUPPORTED = 'supported'

/** The items with their lists, in words. */
const namesIn = (lists: readonly ContentsList[]): Record<string, string> =>
  Object.fromEntries(
    lists.flatMap(({ ordinal, headings }) =>
      headings.flatMap(({ title, items }) =>
        items.map(({ id, number, importedNumber }) => [
          id,
          targetName({
            target: { kind: 'item', id },
            sessionOrdinal: ordinal,
            heading: title,
            number,
            importedNumber,
          }),
        ]),
      ),
    ),
  )

/** An item's number with its words, and the way to the rest of a long one. */
function ItemWords({
  number,
  begins,
  address,
}: {
  number: string
  begins: Begins | undefined
  address: string
}) {
  const t = translations('circulationComments')
  return (
    <span className="flex gap-2">
      <span className="shrink-0 tabular-nums">{number}</span>
      {begins && (
        <span className="min-w-0 grow">
          <span
            lang={begins.language}
            dir={directionOf(begins.language)}
            className="block font-serif"
          >
            {begins.words}
          </span>
          {begins.isCut && (
            <a href={address} target="_blank" rel="noreferrer" className="way text-sm">
              {t('supportRead', { number })}
            </a>
          )}
        </span>
      )}
    </span>
  )
}

type Heading = ContentsList['headings'][number]

/** The items of a heading on which the delegation has said nothing, nor has anything in hand. */
const openItems = ({ items }: Heading) => items.filter((item) => item.inHand + item.released === 0)

const isOpenHeading = (heading: Heading): boolean => openItems(heading).length > 0
const isOpenList = ({ headings }: ContentsList): boolean => headings.some(isOpenHeading)

/** "We support these items", for several at once. */
export default page('participant', async (actor, { params }) => {
  const { circulation } = await readAddress(actor, params)
  const delegation = orNotFound(circulation.delegation)
  const { id, slug, title, isOpen } = circulation
  const [lists, words, groups] = await Promise.all([
    listContents(circulation),
    firstWordsOf(id),
    listOwnGroups(actor, { id: circulation.sessionId, readAt: circulation.readAt }),
  ])
  const t = translations('circulationComments')
  const tf = translations('circulationComments.form')
  const mayRelease = canReleaseHere(actor, circulation) && isOpen
  return (
    <>
      <PageHeading
        trail={[{ href: paths.circulationComments(slug, id), label: title }]}
        title={t('supportTitle')}
      >
        {t('supportAbout')}
      </PageHeading>
      {lists.some(isOpenList) ? (
        <>
          <Form
            id={SUPPORTED}
            action={support}
            label={t('supportTitle')}
            className="grid max-w-4xl gap-6"
          >
            <HiddenValues values={{ circulationId: id }} />
            {[...words.values()].some(({ language }) => language === 'zh') && <ChineseFont />}
            {lists.filter(isOpenList).map((list) => (
              <section key={list.id} className="grid gap-4">
                <h2 className="font-serif text-lg font-semibold">{sessionName(list)}</h2>
                {list.headings.filter(isOpenHeading).map((heading) => (
                  <CheckGroup
                    key={heading.id}
                    name="itemIds"
                    legend={heading.title}
                    options={openItems(heading).map((item) => ({
                      value: item.id,
                      label: (
                        <ItemWords
                          number={item.number}
                          begins={words.get(item.id)}
                          address={paths.circulationComments(slug, id, item.id)}
                        />
                      ),
                      checked: false,
                    }))}
                  />
                ))}
              </section>
            ))}
            <div className="max-w-md">
              <OnBehalfField
                groups={groups}
                chosen={null}
                words={{
                  label: tf('onBehalfOf'),
                  hint: tf('onBehalfOfHint'),
                  nobody: tf('onBehalfOfNobody'),
                }}
              />
            </div>
          </Form>
          <div className="sticky bottom-0 mt-6 flex max-w-4xl flex-wrap items-start gap-2 border-t border-line bg-paper py-3">
            {mayRelease && (
              <ClientMessages namespaces={['circulationComments.sheet']}>
                <AskedRelease
                  formId={SUPPORTED}
                  action={support}
                  values={{ circulationId: id }}
                  button={t('supportRelease')}
                  delegation={delegation.name}
                  posted={postedWords(circulation)}
                  names={namesIn(lists)}
                  submitters={Object.fromEntries(
                    groups.map(({ id: group, name }) => [
                      group,
                      `${delegation.name}, ${onBehalfOf({ group: name, members: [] })}`,
                    ]),
                  )}
                />
              </ClientMessages>
            )}
            <button
              type="submit"
              form={SUPPORTED}
              name="act"
              value="save"
              className={mayRelease ? 'button' : 'button button-main'}
            >
              {t('supportKeep')}
            </button>
          </div>
        </>
      ) : (
        <Empty title={t('supportNone')}>{t('supportNoneHint')}</Empty>
      )}
    </>
  )
})
