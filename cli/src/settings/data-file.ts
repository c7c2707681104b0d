import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { RefusedError } from '../failure.ts'

/** Bigger than any settings a person writes; a wrong file (an export, say) is refused before it is parsed. */
const MOST_BYTES = 1024 * 1024

/**
 * The content of a settings or plan-input file, JSON or YAML, as plain data. YAML is a superset of JSON, so one parser
 * reads both and its messages carry line and column.
 *
 * @throws RefusedError when the file is missing, unreadable or not well-formed
 */
export async function readDataFile(file: string, mostBytes = MOST_BYTES): Promise<unknown> {
  const text = await readText(file, mostBytes)
  if (extname(file).toLowerCase() === '.json') return parseJson(file, text)
  const { parseYaml } = await import('./parse-yaml.ts')
  const read = parseYaml(text)
  if (!read.ok) throw new RefusedError(`${file} is not valid YAML: ${firstLine(read.error)}`)
  return read.value
}

async function readText(file: string, mostBytes: number): Promise<string> {
  let bytes: Buffer
  try {
    bytes = await readFile(file)
  } catch (error) {
    throw new RefusedError(unreadable(file, error as NodeJS.ErrnoException))
  }
  if (bytes.length > mostBytes) {
    throw new RefusedError(`${file} is too large for settings (${bytes.length} bytes, at most ${mostBytes})`)
  }
  return new TextDecoder('utf-8').decode(bytes)
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new RefusedError(`${file} is not valid JSON: ${firstLine((error as Error).message)}`)
  }
}

/** One sentence for what the operating system said about a file. */
export function unreadable(file: string, error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case 'ENOENT':
      return `There is no file ${file}`
    case 'EACCES':
    case 'EPERM':
      return `${file} may not be read: permission denied`
    case 'EISDIR':
      return `${file} is a folder; expected a file`
    default:
      return `${file} cannot be read: ${firstLine(error.message)}`
  }
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]
}
