import { remembered } from '../remembered.ts'
import type { View } from '../view.ts'
import { type ColumnName, listColumn, ownerOf } from './columns.ts'

/** A column of words by its distinct words: `of[row]` is an index into `values`, each word stands there once. */
export interface Distinct {
  readonly of: Uint32Array
  readonly values: readonly string[]
}

/** Null for a column that holds no words. */
export function distinctWords(view: View, name: ColumnName): Distinct | null {
  const column = listColumn(view, name)
  if (column.kind !== 'words') return null
  return remembered(ownerOf(view, name), `distinct ${name}`, () => distinct(column.codes, column.words))
}

/** Several codes may stand for one word, and most words of a pool belong to other columns. */
export function distinct(codes: ArrayLike<number>, words: readonly string[]): Distinct {
  const of = new Uint32Array(codes.length)
  const values: string[] = []
  const indexOfWord = new Map<string, number>()
  // By code first: looking a text up costs more than looking a number up.
  const indexOfCode = new Int32Array(words.length).fill(-1)
  for (let row = 0; row < of.length; row++) {
    const code = codes[row]
    let index = indexOfCode[code]
    if (index < 0) {
      const word = words[code]
      index = indexOfWord.get(word) ?? values.length
      if (index === values.length) {
        values.push(word)
        indexOfWord.set(word, index)
      }
      indexOfCode[code] = index
    }
    of[row] = index
  }
  return { of, values }
}
