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
 * what was expected, what was found, what to do.
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
