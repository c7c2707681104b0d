/** Exit codes of the command: what a script may rely on. */
export const EXIT = { done: 0, failed: 1, misuse: 2, interrupted: 130 } as const

/** The command was called in a way it does not know: exit 2, with what to type instead. */
export class MisuseError extends Error {}

/** The work was refused or failed for a reason the user can act on: exit 1, one clear sentence, no stack. */
export class RefusedError extends Error {}
