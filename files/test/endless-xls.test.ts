import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { parseXlsBeside, XlsTimeoutError } from '../src/xls/parse-xls-beside.ts'

/** A workbook of 44 kB with some bytes doubled in the middle, which the fuzzer found: the library never comes back from it. */
const ENDLESS = gunzipSync(readFileSync(new URL('fixtures/endless.xls.gz', import.meta.url)))

it('ends the reading of a legacy workbook that does not come to an end, and goes on living', async () => {
  let beats = 0
  const heart = setInterval(() => beats++, 50)
  await expect(parseXlsBeside(ENDLESS, 1500)).rejects.toBeInstanceOf(XlsTimeoutError)
  clearInterval(heart)
  // The loop ran in a thread of its own: this one was never blocked.
  expect(beats).toBeGreaterThan(5)
})
