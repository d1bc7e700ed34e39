import type { Metadata } from 'next'
import { Empty } from '@/components/ui/empty'
import { MailSheet } from '@/components/mail/mail-sheet'
import { PageHeading } from '@/components/ui/page-heading'
import { page } from '@/lib/http/access'
import { listMail, mailIsSent, showsLinks } from '@/lib/notifications/mail-queries'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'
import { sendAgain } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('mail')('title'),
})

export default page('secretariat', async (actor, { search }) => {
  const t = translations('mail')
  const number = Math.min(Math.max(Math.trunc(Number(search.page)) || 1, 1), 10_000)
  const { mails, hasOlder } = await listMail(actor, number, t('concealed'))
  return (
    <>
      <PageHeading title={t('title')}>{t('lead')}</PageHeading>
      <p className="mb-6 max-w-prose border-s-4 border-line-strong ps-4 text-sm">
        {t(noticeKey())}
      </p>
      {mails.length === 0 ? (
        <Empty title={t('empty')}>{t('emptyHint')}</Empty>
      ) : (
        <ol className="max-w-4xl border-t border-line-strong">
          {mails.map((mail) => (
            <MailSheet key={mail.id} mail={mail} sendAgain={sendAgain} />
          ))}
        </ol>
      )}
      <p className="mt-6 flex gap-3">
        {number > 1 && (
          <a href={paths.mailPage(number - 1)} className="button">
            {t('newer')}
          </a>
        )}
        {hasOlder && (
          <a href={paths.mailPage(number + 1)} className="button">
            {t('older')}
          </a>
        )}
      </p>
    </>
  )
})

/** Which sentence says whether letters leave, and whether the page shows their links. */
function noticeKey() {
  if (mailIsSent()) return showsLinks() ? 'shown' : 'hidden'
  return showsLinks() ? 'shownKept' : 'noServer'
}
