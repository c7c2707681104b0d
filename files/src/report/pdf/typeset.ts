import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler'

/** What one compilation needs: plain data, so that it can be sent to a thread. */
export interface TypesetJob {
  /** Typst source. Values never stand in it: it reads them from `/data.json`. */
  readonly source: string
  readonly data: string
  /** Seconds since 1970: the creation date of the document, which makes equal input equal bytes. */
  readonly createdAt: number
  /** Structure for screen readers; on long tables it is most of the file. */
  readonly isTagged: boolean
}

/** A report that could not be typeset: a mistake of ours, never of the reader's data. */
export class TypesetError extends Error {
  override readonly name = 'TypesetError'
}

const FONT_WEIGHTS = ['400Regular', '500Medium', '600SemiBold', '700Bold']

/**
 * Typesets a document as PDF. Blocks the thread until it is done, seconds for thousands of rows: `typesetBeside`
 * calls it in a thread. Nothing is read from disk but the fonts, nothing from the network.
 */
export function typeset({ source, data, createdAt, isTagged }: TypesetJob): Uint8Array {
  const workspace = join(tmpdir(), 'portolan-typeset')
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: fontFolders() }] })
  compiler.mapShadow(join(workspace, 'data.json'), Buffer.from(data, 'utf8'))
  const compiled = compiler.compile({ mainFileContent: source })
  const document = compiled.result
  if (!document) throw new TypesetError(`The PDF cannot be typeset: ${mistakes(compiler, compiled.takeError())}.`)
  try {
    return compiler.pdf(document, { creationTimestamp: createdAt, pdfTags: isTagged })
  } finally {
    // What Typst remembers between documents is kept for the life of the process otherwise.
    compiler.evictCache(0)
  }
}

function fontFolders(): string[] {
  const require = createRequire(import.meta.url)
  const fonts = dirname(require.resolve('@expo-google-fonts/inter/package.json'))
  return FONT_WEIGHTS.map((weight) => join(fonts, weight))
}

function mistakes(compiler: NodeCompiler, error: NodeError | null): string {
  if (!error) return 'no reason was given'
  const found: { readonly message?: string }[] = compiler.fetchDiagnostics(error)
  const texts = found.flatMap(({ message }) => message ?? [])
  return [...new Set(texts)].slice(0, 3).join('; ') || error.compilationStatus
}
