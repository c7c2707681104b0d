export interface UploadedFile {
  readonly name: string
  readonly bytes: Buffer | string
}

const BOUNDARY = '----portolan-test-boundary'

/** A form with files, as a browser sends it. */
export function multipartOf(files: readonly UploadedFile[]): { type: string; body: Buffer } {
  const parts = files.flatMap(({ name, bytes }) => [
    Buffer.from(
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    ),
    Buffer.from(bytes),
    Buffer.from('\r\n'),
  ])
  return {
    type: `multipart/form-data; boundary=${BOUNDARY}`,
    body: Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]),
  }
}
