import type { PaperRoom } from '@/lib/circulation/papers/queries'
import { FILE_LIMITS } from '@/lib/text/files/archive'
import { translations } from '@/lib/messages'

/** The form by which a paper is sent: a file or a pasted text, by a delegation or on its behalf. Works without script. */
export function SendPaper({ action, room }: { action: string; room: PaperRoom }) {
  const t = translations('papers')
  return (
    <section aria-labelledby="send">
      <h2 id="send" className="mb-2 font-serif text-xl font-semibold">
        {t('send')}
      </h2>
      <p className="mb-4 max-w-prose text-quiet">{t('readHint')}</p>
      <form
        action={action}
        method="post"
        encType="multipart/form-data"
        className="grid max-w-3xl gap-5"
      >
        {room.own && room.others.length === 0 ? (
          <input type="hidden" name="delegationId" value={room.own.id} />
        ) : (
          <>
            <label className="grid gap-1.5 text-sm font-semibold">
              {t('delegation')}
              <select name="delegationId" required className="input font-normal" defaultValue="">
                <option value="">{t('choose')}</option>
                {room.others.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
            <label className="grid gap-1.5 text-sm font-semibold">
              {t('receivedAt')}
              <span className="max-w-prose font-normal text-quiet">{t('receivedAtHint')}</span>
              <input
                type="datetime-local"
                name="receivedAt"
                className="input max-w-72 font-normal"
              />
            </label>
          </>
        )}
        <label className="grid gap-1.5 text-sm font-semibold">
          {t('file')}
          <span className="max-w-prose font-normal text-quiet">
            {t('fileHint', { megabytes: FILE_LIMITS.bytes / 1_000_000 })}
          </span>
          <input
            type="file"
            name="file"
            accept=".docx,.xlsx,.csv,.tsv,.txt"
            className="input font-normal"
          />
        </label>
        <label className="grid gap-1.5 text-sm font-semibold">
          {t('paste')}
          <textarea name="text" rows={5} className="input font-normal" dir="auto" />
        </label>
        <div>
          <button type="submit" className="button button-main">
            {t('read')}
          </button>
        </div>
      </form>
    </section>
  )
}
