import { type FileHandle, open } from 'node:fs/promises'
import { ExportError } from './export-error.ts'

/** What a file is by its first bytes; its name is never asked. */
export type FileFormat = 'zip' | 'xls' | 'csv'

const START_BYTES = 8192
const COMPOUND_DIRECTORY_BYTES = 16_384
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le')

/** Files people give by mistake, and what to say of each. */
const REFUSED: readonly { readonly starts: RegExp; readonly what: string; readonly remedy: string }[] = [
  { starts: /^%PDF/, what: 'a PDF', remedy: 'give the workbook or the CSV files that RVTools wrote' },
  { starts: /^\x1f\x8b/, what: 'a gzip archive', remedy: 'unpack it and give what is inside' },
  { starts: /^7z\xbc\xaf/, what: 'a 7-Zip archive', remedy: 'unpack it and give what is inside' },
  { starts: /^Rar!/, what: 'a RAR archive', remedy: 'unpack it and give what is inside' },
  {
    starts: /^\s*<\?xml[\s\S]{0,2000}urn:schemas-microsoft-com:office:spreadsheet/,
    what: 'an XML spreadsheet of 2003',
    remedy: 'open it in a spreadsheet program and save it as .xlsx',
  },
  {
    starts: /^\s*(?:<!DOCTYPE html|<html|<head|<table|<meta)/i,
    what: 'a web page, whatever its name says',
    remedy: 'open it in a spreadsheet program and save it as .xlsx',
  },
  {
    starts: /^\s*<(?:\?xml|[a-z])/i,
    what: 'an XML file',
    remedy: 'give the workbook or the CSV files that RVTools wrote',
  },
  { starts: /^\s*[[{]/, what: 'a JSON file', remedy: 'give the workbook or the CSV files that RVTools wrote' },
]

/** Throws `ExportError` for an empty file and for one that is clearly something else than an export. */
export async function detectFormat(path: string): Promise<FileFormat> {
  const file = await open(path, 'r')
  try {
    const start = await readAt(file, 0, START_BYTES)
    if (start.length === 0) throw new ExportError('empty_file', null, 'the file is empty; export or copy it again.')
    if (start[0] === 0x50 && start[1] === 0x4b && (start[2] === 3 || start[2] === 5)) return 'zip'
    if (start.subarray(0, 8).equals(COMPOUND)) {
      if (await isEncryptedPackage(file, start)) throw encrypted()
      return 'xls'
    }
    // Workbooks of Excel 2 to 4, without a container around them.
    if (start[0] === 9 && (start[1] & 0xf9) === 0 && start[3] === 0) return 'xls'
    refuseOthers(start)
    return 'csv'
  } finally {
    await file.close()
  }
}

function refuseOthers(start: Buffer): void {
  const hasMark = start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf
  const text = start.toString('latin1', hasMark ? 3 : 0)
  for (const { starts, what, remedy } of REFUSED) {
    if (starts.test(text))
      throw new ExportError('not_an_export', null, `this is ${what} and no export of RVTools; ${remedy}.`)
  }
  const isUtf16 = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff)
  if (isUtf16) return
  let zeros = 0
  for (const byte of start) if (byte === 0) zeros++
  // Text in UTF-16 without a mark is half zeros; other files with zeros are no text.
  if (zeros > 0 && zeros < start.length / 4) {
    throw new ExportError(
      'not_an_export',
      null,
      'this is a binary file and neither workbook, ZIP nor CSV; give the file that RVTools wrote.',
    )
  }
}

/** A protected workbook is a compound file whose directory names the stream `EncryptedPackage`. */
async function isEncryptedPackage(file: FileHandle, start: Buffer): Promise<boolean> {
  if (start.length < 512) return false
  const sectorBytes = 2 ** Math.min(start.readUInt16LE(30), 16)
  const directory = await readAt(file, (start.readUInt32LE(48) + 1) * sectorBytes, COMPOUND_DIRECTORY_BYTES)
  return directory.includes(ENCRYPTED_PACKAGE)
}

export function encrypted(): ExportError {
  return new ExportError(
    'encrypted',
    null,
    'the workbook is protected by a password; open it, save it without one (File, Info, Protect Workbook) and give that file.',
  )
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}
