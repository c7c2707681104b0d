import type { ProblemCode } from '@portolan/contract/problem'

interface ProblemExtras {
  readonly fields?: readonly { readonly path: string; readonly expected: string; readonly found: string }[]
  readonly missingPermission?: string
  readonly allowedFrom?: readonly string[]
  /** Who was faster, and when. */
  readonly changed?: { readonly by: string; readonly at: Date }
}

/** A refusal a person can act on. Transports turn the code into a status; the message says what to do. */
export class CodedError extends Error {
  readonly code: ProblemCode
  readonly extras: ProblemExtras

  constructor(code: ProblemCode, message: string, extras: ProblemExtras = {}) {
    super(message)
    this.code = code
    this.extras = extras
  }
}

export class NotFoundError extends CodedError {
  constructor(what: string) {
    super('not_found', `There is no ${what}`)
  }
}

export class ConflictError extends CodedError {
  constructor(message: string) {
    super('conflict', message)
  }
}

/** The action exists, but not in this state. */
export class WrongStateError extends CodedError {
  constructor(message: string, allowedFrom: readonly string[]) {
    super('wrong_state', message, { allowedFrom })
  }
}

export class InvalidError extends CodedError {
  constructor(message: string, fields: ProblemExtras['fields'] = []) {
    super('invalid', message, { fields })
  }
}
