/** Why an export cannot be read. Codes are stable: scripts and the API rely on them. */
export type ExportErrorCode =
  | 'not_found'
  | 'unreadable'
  | 'empty_file'
  | 'not_an_export'
  | 'other_format'
  | 'duplicate_file'
  | 'encrypted'
  | 'damaged'
  | 'xml_entities'
  | 'too_large'
  | 'zip_bomb'
  | 'no_vinfo'

/**
 * A file that is no export, or one that cannot be read. The message is one sentence for the person who named the file:
 * what was expected, what was found, what to do. Readers throw it without a file; `fileError` adds the name once.
 */
export class ExportError extends Error {
  override readonly name = 'ExportError'
  readonly code: ExportErrorCode
  /** The file as the caller named it; null when no single file is to blame. */
  readonly file: string | null

  constructor(code: ExportErrorCode, file: string | null, message: string) {
    super(message)
    this.code = code
    this.file = file
  }
}

/** The same error with the file it is about; what the file system says becomes an `ExportError` too. */
export function fileError(file: string, error: unknown): unknown {
  if (error instanceof ExportError) {
    return error.file === null ? new ExportError(error.code, file, `${file}: ${error.message}`) : error
  }
  const code = systemCode(error)
  if (code === null) return error
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new ExportError('not_found', file, `${file}: there is no such file or folder; check the path.`)
  }
  const reason =
    code === 'EACCES' || code === 'EPERM' ? 'you are not allowed to read it' : `it cannot be read (${code})`
  return new ExportError('unreadable', file, `${file}: ${reason}; check the file and its permissions.`)
}

function systemCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}
