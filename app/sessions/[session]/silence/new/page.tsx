import type { Metadata } from 'next'
import { QuestionFields } from '@/components/silence/question-fields'
import { Form, SubmitButton } from '@/components/ui/form'
import { PageHeading } from '@/components/ui/page-heading'
import { authorize } from '@/lib/errors'
import { page } from '@/lib/http/access'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { readNumber } from '@/lib/proposals/number'
import { getSession } from '@/lib/sessions/queries'
import { conductsSilence, getSilence, listSubjectsToPut } from '@/lib/silence/queries'
import { prepare } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('silence')('prepare'),
})

/** A question is prepared, or with `former` the revised text of a procedure that was broken. */
export default page('participant', async (actor, { params, search }) => {
  const session = await getSession(actor, params.session!)
  authorize(await conductsSilence(actor, session), 'silenceConductorsOnly')
  const t = translations('silence')
  const former = search.former ? await getSilence(actor, session, readNumber(search.former)) : null
  const subjects = await listSubjectsToPut(session)
  const before = former && {
    ...former.silence,
    text: former.texts.find(({ original }) => original)?.text ?? '',
  }
  return (
    <>
      <PageHeading
        trail={[{ href: paths.silences(session.slug), label: t('title') }]}
        title={t(former ? 'revise' : 'prepare')}
      >
        {t(former ? 'reviseLead' : 'prepareLead')}
      </PageHeading>
      <Form action={prepare} className="grid max-w-3xl gap-6" label={t('prepare')}>
        <input type="hidden" name="sessionId" value={session.id} />
        <input type="hidden" name="formerId" value={former?.silence.id ?? ''} />
        <QuestionFields before={before} subjects={subjects} />
        <div>
          <SubmitButton>{t('save')}</SubmitButton>
        </div>
      </Form>
    </>
  )
})
