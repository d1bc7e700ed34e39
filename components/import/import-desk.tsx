'use client'

import { type FormEvent, useState } from 'react'
import type { ImportedItem, ImportedSession, ImportProblem } from '@/lib/proposals/import/format'

/** The desk's sentences; # stands for a number. */
export type ImportTexts = {
  file: string
  fileHint: string
  csvOnly: string
  ordinal: string
  title: string
  place: string
  startsOn: string
  endsOn: string
  check: string
  run: string
  faults: string
  nothing: string
  ready: string
  first: string
  line: string
  progress: string
  failed: string
  columns: { number: string; heading: string; text: string; by: string }
}
type Preview = {
  problems: (ImportProblem & { sentence?: string })[]
  session: ImportedSession | null
  count: number
  first: ImportedItem[]
}

/** Chooses a file, shows what it holds or what is wrong with it, and imports it under a progress bar. */
export function ImportDesk({
  previewAddress,
  runAddress,
  texts,
}: {
  previewAddress: string
  runAddress: string
  texts: ImportTexts
}) {
  const [preview, setPreview] = useState<Preview | null>(null)
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null)
  const [message, setMessage] = useState('')
  const [busy, setBusy] = useState(false)

  const send = async (address: string, form: HTMLFormElement) => {
    setBusy(true)
    setMessage('')
    try {
      const answer = await fetch(address, { method: 'POST', body: new FormData(form) })
      if (answer.ok) return answer
      const said = (await answer.json()) as { message?: string }
      setMessage(said.message ?? texts.failed)
    } catch {
      setMessage(texts.failed)
    } finally {
      setBusy(false)
    }
    return null
  }

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    if (!preview?.session) {
      const answer = await send(previewAddress, form)
      if (answer) setPreview((await answer.json()) as Preview)
      return
    }
    const answer = await send(runAddress, form)
    if (!answer?.body) return
    setBusy(true)
    for await (const said of linesOf(answer.body)) {
      if ('goTo' in said) window.location.assign(String(said.goTo))
      else if ('message' in said) {
        setMessage(String(said.message))
        setProgress(null)
        setBusy(false)
      } else setProgress(said as { done: number; total: number })
    }
  }

  const fields = [
    ['ordinal', texts.ordinal, 'number'],
    ['title', texts.title, 'text'],
    ['place', texts.place, 'text'],
    ['startsOn', texts.startsOn, 'date'],
    ['endsOn', texts.endsOn, 'date'],
  ] as const
  return (
    <form
      onSubmit={(event) => void submit(event)}
      onChange={() => setPreview(null)}
      className="grid max-w-3xl gap-6"
    >
      {message && (
        <p role="alert" className="border-s-4 border-alarm bg-alarm-wash px-4 py-3 text-alarm">
          {message}
        </p>
      )}
      <label className="grid gap-1.5 text-sm font-semibold">
        {texts.file}
        <span className="max-w-prose font-normal text-quiet">{texts.fileHint}</span>
        <input
          type="file"
          name="file"
          required
          accept=".json,.csv,application/json,text/csv"
          className="input font-normal"
        />
      </label>
      <fieldset className="grid gap-4 sm:grid-cols-2">
        <legend className="mb-2 text-sm text-quiet">{texts.csvOnly}</legend>
        {fields.map(([name, label, type]) => (
          <label key={name} className="grid gap-1.5 text-sm font-semibold">
            {label}
            <input type={type} name={name} className="input font-normal" />
          </label>
        ))}
      </fieldset>
      <div>
        <button type="submit" disabled={busy} className="button button-main">
          {preview?.session ? texts.run.replace('#', String(preview.count)) : texts.check}
        </button>
      </div>
      {progress && (
        <label className="grid gap-1 text-sm">
          {texts.progress.replace('#', `${progress.done} / ${progress.total}`)}
          <progress value={progress.done} max={progress.total} className="w-full accent-accent" />
        </label>
      )}
      <div role="status">{preview && <Shown preview={preview} texts={texts} />}</div>
    </form>
  )
}

function Shown({ preview, texts }: { preview: Preview; texts: ImportTexts }) {
  if (preview.problems.length > 0)
    return (
      <section className="border-s-4 border-alarm bg-alarm-wash px-4 py-3">
        <h2 className="font-semibold text-alarm">
          {texts.faults.replace('#', String(preview.problems.length))}
        </h2>
        <ul className="mt-2 grid gap-1 text-sm">
          {preview.problems.map(({ line, key, sentence }, index) => (
            <li key={index}>
              {line > 0 && <b>{texts.line.replace('#', String(line))} </b>}
              {sentence ?? key}
            </li>
          ))}
        </ul>
        <p className="mt-2 text-sm">{texts.nothing}</p>
      </section>
    )
  return (
    <section className="grid gap-3">
      <h2 className="font-semibold">{texts.ready.replace('#', String(preview.count))}</h2>
      <p className="text-sm text-quiet">{texts.first}</p>
      <div className="overflow-x-auto">
        <table className="w-full text-sm">
          <thead className="border-b border-line-strong text-start">
            <tr>
              {(['number', 'heading', 'text', 'by'] as const).map((column) => (
                <th key={column} scope="col" className="py-1 pe-4 text-start font-semibold">
                  {texts.columns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.first.map((item, index) => (
              <tr key={index} className="border-b border-line align-top">
                <td className="py-1 pe-4">{item.number}</td>
                <td className="py-1 pe-4">{item.heading}</td>
                <td className="min-w-64 py-1 pe-4 font-serif" dir="auto" lang={item.language}>
                  {item.text}
                </td>
                <td className="py-1">{item.by.join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** The JSON values of a stream, one a line, as they arrive. */
async function* linesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<object> {
  const reader = stream.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    rest += decoder.decode(value, { stream: !done })
    const lines = rest.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield JSON.parse(line) as object
    if (done) return
  }
}
