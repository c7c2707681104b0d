import type { Need } from '../protocol.ts'

/** The thread lacks something: whoever asked gives it and asks again. */
export class NeedError extends Error {
  readonly need: Need

  constructor(need: Need) {
    super(`Lacks the ${need}`)
    this.need = need
  }
}
