import { ClientMessages } from '@/components/messages/client-messages'
import type { Metadata } from 'next'
import { AgendaRows } from '@/components/sessions/agenda-rows'
import { Form, SubmitButton } from '@/components/ui/form'
import { PageHeading } from '@/components/ui/page-heading'
import { page } from '@/lib/http/access'
import { authorize } from '@/lib/errors'
import { getOverview } from '@/lib/sessions/overview-queries'
import { canChangeSession } from '@/lib/sessions/policy'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'
import { set } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('agendaForm')('title'),
})

export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  authorize(canChangeSession(actor, session.id), 'secretariatOnly')
  const t = translations('agendaForm')
  const { agenda } = await getOverview(session)
  const rows = agenda.map(({ id, number, letter, title, kind }) => {
    return { key: id, id, number: String(number), letter, title, kind }
  })
  const next = Math.max(0, ...agenda.map(({ number }) => number)) + 1
  const empty = [0, 1].map((offset) => {
    const key = `empty-${offset}`
    return {
      key,
      id: '',
      number: String(next + offset),
      letter: '',
      title: '',
      kind: 'substantive',
    }
  })
  return (
    <>
      <PageHeading title={t('title')}>{t('lead')}</PageHeading>
      <Form action={set}>
        <input type="hidden" name="sessionId" value={session.id} />
        <input type="hidden" name="version" value={session.version} />
        <ClientMessages namespaces={['agendaForm']}>
          <AgendaRows rows={[...rows, ...empty]} />
        </ClientMessages>
        <div>
          <SubmitButton>{t('save')}</SubmitButton>
        </div>
      </Form>
    </>
  )
})
