import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Whether LibreOffice is on this machine; a test that needs it says that it is skipped where not. */
export const hasLibreOffice = (): boolean =>
  spawnSync('soffice', ['--version'], { timeout: 60_000 }).status === 0

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
const LIBRARY = 'xmlns:library="http://openoffice.org/2000/library"'
const MACRO = `Sub Settle(source As String, target As String, answer As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  frame = document.CurrentController.Frame
  dispatcher.executeDispatch(frame, ".uno:" &amp; answer &amp; "AllTrackedChanges", "", 0, Array())
  Dim plain(1) As New com.sun.star.beans.PropertyValue
  plain(0).Name = "FilterName"
  plain(0).Value = "Text (encoded)"
  plain(1).Name = "FilterOptions"
  plain(1).Value = "UTF8,LF"
  document.storeToURL(ConvertToURL(target), plain())
  document.close(True)
End Sub`

/**
 * The lines of a Word document after LibreOffice accepted, or rejected, all its tracked changes: what a
 * person gets who opens the file and presses that button.
 */
export function settledByLibreOffice(docx: Uint8Array, answer: 'Accept' | 'Reject'): string[] {
  const room = mkdtempSync(path.join(tmpdir(), 'stocktake-office-'))
  try {
    const profile = path.join(room, 'profile')
    const soffice = (...rest: string[]) =>
      execFileSync(
        'soffice',
        ['--headless', '--norestore', `-env:UserInstallation=file://${profile}`, ...rest],
        { timeout: 120_000, stdio: 'ignore' },
      )
    // LibreOffice makes its profile at its first start, and would overwrite the macro.
    soffice('--terminate_after_init')
    writeMacro(path.join(profile, 'user/basic/Standard'))
    const [source, target] = [path.join(room, 'changes.docx'), path.join(room, 'settled.txt')]
    writeFileSync(source, docx)
    soffice(`macro:///Standard.Changes.Settle("${source}","${target}","${answer}")`)
    return readFileSync(target, 'utf8')
      .replace(/^\uFEFF/, '')
      .split('\n')
  } finally {
    rmSync(room, { recursive: true, force: true })
  }
}

/** A file as LibreOffice saves it after opening it, in the same format; null where its part for the format is missing. */
export function resavedByLibreOffice(
  bytes: Uint8Array,
  format: 'docx' | 'xlsx',
): Uint8Array | null {
  const room = mkdtempSync(path.join(tmpdir(), 'stocktake-office-'))
  try {
    const source = path.join(room, `source.${format}`)
    writeFileSync(source, bytes)
    const profile = `-env:UserInstallation=file://${path.join(room, 'profile')}`
    const filter = format === 'docx' ? 'docx:MS Word 2007 XML' : 'xlsx:Calc MS Excel 2007 XML'
    const target = path.join(room, 'saved')
    execFileSync(
      'soffice',
      ['--headless', '--norestore', profile, '--convert-to', filter, '--outdir', target, source],
      { timeout: 120_000, stdio: 'ignore' },
    )
    const saved = path.join(target, `source.${format}`)
    return existsSync(saved) ? new Uint8Array(readFileSync(saved)) : null
  } finally {
    rmSync(room, { recursive: true, force: true })
  }
}

function writeMacro(folder: string): void {
  mkdirSync(folder, { recursive: true })
  const list = `<library:library ${LIBRARY} library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Changes"/></library:library>`
  writeFileSync(path.join(folder, 'script.xlb'), `${HEAD}\n${list}`)
  const script = `<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Changes" script:language="StarBasic">${MACRO}</script:module>`
  writeFileSync(path.join(folder, 'Changes.xba'), `${HEAD}\n${script}`)
}

/** A file as LibreOffice writes it in another format ("csv", "txt:Text", …) after it has opened it. */
export function convertedByLibreOffice(bytes: Uint8Array, from: string, to: string): string {
  const room = mkdtempSync(path.join(tmpdir(), 'stocktake-office-'))
  try {
    const source = path.join(room, `source.${from}`)
    writeFileSync(source, bytes)
    const profile = `-env:UserInstallation=file://${path.join(room, 'profile')}`
    const into = ['--convert-to', to, '--outdir', room, source]
    execFileSync('soffice', ['--headless', '--norestore', profile, ...into], {
      timeout: 120_000,
      stdio: 'ignore',
    })
    const [extension] = to.split(':')
    return readFileSync(path.join(room, `source.${extension}`), 'utf8').replace(/^\uFEFF/, '')
  } finally {
    rmSync(room, { recursive: true, force: true })
  }
}
