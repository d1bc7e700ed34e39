import { TextField } from '@/components/ui/field'
import { Form, SubmitButton } from '@/components/ui/form'
import { PageHeading } from '@/components/ui/page-heading'
import { asId } from '@/lib/errors'
import { page, titled } from '@/lib/http/access'
import { printAccredited } from '@/lib/meetings/participants/lines'
import { getListedDelegation } from '@/lib/meetings/participants/queries'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { getSession } from '@/lib/sessions/queries'
import { setNames } from '../actions'

const kind = () => translations('participants')('names')

export const generateMetadata = titled('participant', kind, async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const { name } = await getListedDelegation(actor, session, asId(params.delegation))
  return `${name} · ${kind()}`
})

/** The names of a delegation as its credentials have them, for the Secretariat. */
export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const delegation = await getListedDelegation(actor, session, asId(params.delegation))
  const t = translations('participants')
  const { id, name, kind, accredited, members } = delegation
  const lines =
    accredited.length > 0 ? accredited : members.map((member) => ({ ...member, title: '' }))
  return (
    <>
      <PageHeading
        trail={[{ href: paths.participants(session.slug), label: t('title') }]}
        title={name}
      >
        {translations('entityKinds')(kind)}
      </PageHeading>
      <Form action={setNames} className="sheet grid max-w-2xl gap-5 p-5">
        <input type="hidden" name="delegationId" value={id} />
        <TextField
          name="lines"
          label={t('names')}
          hint={t('namesHint')}
          rows={10}
          defaultValue={lines.map(printAccredited).join('\n')}
        />
        <div>
          <SubmitButton>{t('saveNames')}</SubmitButton>
        </div>
      </Form>
    </>
  )
})
