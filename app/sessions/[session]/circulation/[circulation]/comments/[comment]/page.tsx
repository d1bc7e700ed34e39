import { Released } from '@/components/circulation/commenting/released'
import { PageHeading } from '@/components/ui/page-heading'
import { canEndHere, canRetract } from '@/lib/circulation/comments/policy'
import { getReleased } from '@/lib/circulation/comments/reading/own-queries'
import { page, titled } from '@/lib/http/access'
import { asId } from '@/lib/errors'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'
import { retract, withdraw } from '../../actions'
import { readAddress } from '../../reading'

export const generateMetadata = titled(
  'participant',
  () => translations('circulationComments')('one'),
  async (actor, { params }) => {
    const { circulation } = await readAddress(actor, params)
    const { delegationName: name } = await getReleased(actor, circulation, asId(params.comment))
    return translations('circulationComments')('oneTitle', { name })
  },
)

/** One released comment, with this reader's acts on it: its delegation withdraws it, the Secretariat takes it down. */
export default page('participant', async (actor, { params }) => {
  const { circulation } = await readAddress(actor, params)
  const comment = await getReleased(actor, circulation, asId(params.comment))
  const t = translations('circulationComments')
  const { id, slug, title, isOpen, isPosted } = circulation
  const mayEnd = canEndHere(actor, circulation, comment).allowed && isOpen
  const mayRetract = canRetract(actor, circulation, { ...comment, isPosted }).allowed
  return (
    <>
      <PageHeading
        trail={[{ href: paths.circulationComments(slug, id), label: title }]}
        title={t('oneTitle', { name: comment.delegationName })}
      />
      <Released
        comment={comment}
        slug={slug}
        about="h2"
        acts={{
          changeAddress: null,
          withdraw: mayEnd ? withdraw : null,
          retract: mayRetract ? retract : null,
        }}
      />
      {comment.itemId && (
        <p className="mt-6">
          <a href={paths.circulationComments(slug, id, comment.itemId)} className="way">
            {t('toItem')}
          </a>
        </p>
      )}
    </>
  )
})
