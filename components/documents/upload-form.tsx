import { MAX_FILE } from '@/lib/documents/files/forms'
import { translations } from '@/lib/messages'
import { locales } from '@/lib/text/locales'

/** Sends a file to a document. The browser keeps what was chosen; the answer is the page of the document again. */
export function UploadForm({ address, original }: { address: string; original: string }) {
  const t = translations('documents')
  const language = translations('proposals.languages')
  return (
    <form action={address} method="post" encType="multipart/form-data" className="grid gap-4">
      <label className="grid gap-1.5 text-sm font-semibold">
        {t('language')}
        <select name="language" defaultValue={original} className="input font-normal">
          {locales.map((one) => (
            <option key={one} value={one}>
              {language(one)}
            </option>
          ))}
        </select>
      </label>
      <label className="grid gap-1.5 text-sm font-semibold">
        {t('chooseFile')}
        <span className="max-w-prose font-normal text-quiet">
          {t('fileHint', { megabytes: MAX_FILE / 1_000_000 })}
        </span>
        <input
          type="file"
          name="file"
          required
          accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg"
          className="input font-normal"
        />
      </label>
      <div>
        <button type="submit" className="button">
          {t('upload')}
        </button>
      </div>
    </form>
  )
}
