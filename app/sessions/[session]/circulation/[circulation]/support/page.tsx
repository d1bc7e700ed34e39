import type { Metadata } from 'next'
import { CheckGroup } from '@/components/ui/field'
import { Form, HiddenValues, SubmitButton } from '@/components/ui/form'
import { PageHeading } from '@/components/ui/page-heading'
import { canReleaseHere } from '@/lib/circulation/comments/policy'
import { listContents } from '@/lib/circulation/comments/reading/queries'
import { firstWordsOf } from '@/lib/circulation/comments/reading/first-words'
import { page } from '@/lib/http/access'
import { orNotFound } from '@/lib/errors'
import { paths } from '@/lib/paths'
import { sessionName } from '@/lib/sessions/session-view'
import { translations } from '@/lib/messages'
import { support } from '../actions'
import { readAddress } from '../reading'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('circulationComments')('supportTitle'),
})

/** "We support these items", for several at once. */
export default page('participant', async (actor, { params }) => {
  const { circulation } = await readAddress(actor, params)
  orNotFound(circulation.delegation)
  const { id, slug, title, isOpen } = circulation
  const [lists, words] = await Promise.all([listContents(circulation), firstWordsOf(id)])
  const t = translations('circulationComments')
  const mayRelease = canReleaseHere(actor, circulation) && isOpen
  return (
    <>
      <PageHeading
        trail={[{ href: paths.circulationComments(slug, id), label: title }]}
        title={t('supportTitle')}
      >
        {t('supportAbout')}
      </PageHeading>
      <Form action={support} label={t('supportTitle')} className="grid max-w-4xl gap-6">
        <HiddenValues values={{ circulationId: id }} />
        {lists.map((list) => (
          <section key={list.id} className="grid gap-4">
            <h2 className="font-serif text-lg font-semibold">{sessionName(list)}</h2>
            {list.headings.map((heading) => (
              <CheckGroup
                key={heading.id}
                name="itemIds"
                legend={heading.title}
                options={heading.items
                  .filter((item) => item.inHand + item.released === 0)
                  .map((item) => ({
                    value: item.id,
                    label: `${item.number} ${words.get(item.id) ?? ''}`.trim(),
                    checked: false,
                  }))}
              />
            ))}
          </section>
        ))}
        <div className="sticky bottom-0 flex flex-wrap gap-2 border-t border-line bg-paper py-3">
          {mayRelease && (
            <SubmitButton name="act" value="release">
              {t('supportRelease')}
            </SubmitButton>
          )}
          <SubmitButton name="act" value="save" tone={mayRelease ? 'quiet' : 'main'}>
            {t('supportKeep')}
          </SubmitButton>
        </div>
      </Form>
    </>
  )
})
