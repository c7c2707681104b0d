/** Words for yes and no, at fixed codes so that a flag is read by comparing numbers. */
const YES = ['True', 'TRUE', 'true', 'Yes', 'YES', 'yes', '1', 'enabled', 'Enabled']
const NO = ['False', 'FALSE', 'false', 'No', 'NO', 'no', '0', 'disabled', 'Disabled']

/** Texts by code, each once; code 0 is the empty text. */
export class TextPool {
  readonly texts: string[] = ['']
  private readonly codes = new Map<string, number>([['', 0]])
  private readonly firstNo: number
  private readonly firstOther: number

  constructor() {
    for (const word of YES) this.codeOf(word)
    this.firstNo = this.texts.length
    for (const word of NO) this.codeOf(word)
    this.firstOther = this.texts.length
  }

  codeOf(text: string): number {
    let code = this.codes.get(text)
    if (code === undefined) {
      code = this.texts.length
      this.texts.push(text)
      this.codes.set(text, code)
    }
    return code
  }

  /** 1 for a word that means yes, 0 for no, -1 for everything else. */
  flagOf(code: number): -1 | 0 | 1 {
    if (code === 0 || code >= this.firstOther) return -1
    return code < this.firstNo ? 1 : 0
  }
}

/**
 * Codes by the keys of one source: a shared string is looked up once, however many cells hold it. That is what makes
 * the 10 million cells of a large export cheap.
 */
export class Translation {
  /** Code + 1, so that 0 says "not looked up yet". */
  private known = new Int32Array(0)

  /** Makes room for so many keys. */
  reserve(keys: number): void {
    if (keys <= this.known.length) return
    const grown = new Int32Array(keys)
    grown.set(this.known)
    this.known = grown
  }

  /** The code behind a key, or -1 where it is not known yet. */
  codeOf(key: number): number {
    return key < this.known.length ? this.known[key] - 1 : -1
  }

  learn(key: number, code: number): void {
    if (key >= this.known.length) this.reserve(Math.max(key + 1, this.known.length * 2))
    this.known[key] = code + 1
  }
}
