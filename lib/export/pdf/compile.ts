import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'

type Typst = typeof import('@myriaddreamin/typst-ts-web-compiler')

let typstPromise: Promise<Typst> | undefined

/** The typesetter: 28 MB of WebAssembly, so it is loaded at the first request for a PDF and cached. */
async function typesetter(): Promise<Typst> {
  const require = createRequire(path.join(process.cwd(), 'package.json'))
  const [typst, module] = await Promise.all([
    import('@myriaddreamin/typst-ts-web-compiler'),
    readFile(require.resolve('@myriaddreamin/typst-ts-web-compiler/wasm')),
  ])
  typst.initSync({ module })
  return typst
}

/** The tagged PDF of a Typst source; fonts are embedded. An error of the source is a defect and is thrown with its place. */
export async function compile(source: string, fonts: readonly Uint8Array[]): Promise<Uint8Array> {
  typstPromise ??= typesetter().catch((error: unknown) => {
    typstPromise = undefined
    throw error
  })
  const typst = await typstPromise
  const builder = new typst.TypstCompilerBuilder()
  builder.set_dummy_access_model()
  for (const font of fonts) await builder.add_raw_font(font)
  const compiler = await builder.build()
  try {
    compiler.add_source('/main.typ', source)
    const { result, diagnostics } = compiler.compile('/main.typ', undefined, 'pdf', 2) as {
      result?: Uint8Array
      diagnostics?: string[]
    }
    if (!result) throw new Error(`typst: ${diagnostics?.join('; ')}`)
    return result
  } finally {
    compiler.free()
  }
}
