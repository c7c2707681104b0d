import { expect, it } from 'vitest'
import { ExportError, fileError } from './export-error.ts'

const systemError = (code: string) => Object.assign(new Error(code), { code, syscall: 'open' })

it.each`
  code        | becomes         | says
  ${'ENOENT'} | ${'not_found'}  | ${'no such file'}
  ${'EACCES'} | ${'unreadable'} | ${'not allowed'}
  ${'EIO'}    | ${'unreadable'} | ${'(EIO)'}
`('tells $code of the file system as $becomes, with the name of the file', ({ code, becomes, says }) => {
  const error = fileError('a.xlsx', systemError(code))
  expect(error).toMatchObject({ code: becomes, file: 'a.xlsx', message: expect.stringContaining(says) })
})

it('names the file once, and leaves mistakes of our own as they are', () => {
  const named = fileError('a.xlsx', new ExportError('damaged', null, 'it is damaged.'))
  expect(named).toMatchObject({ file: 'a.xlsx', message: 'a.xlsx: it is damaged.' })
  expect(fileError('b.xlsx', named)).toBe(named)
  const bug = new TypeError('x is not a function')
  expect(fileError('a.xlsx', bug)).toBe(bug)
})
