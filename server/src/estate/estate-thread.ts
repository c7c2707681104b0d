import { parentPort } from 'node:worker_threads'
import { CodedError } from '../platform/errors.ts'
import type { Ops } from './ops.ts'
import type { Progress, Reply, Request } from './protocol.ts'
import { EstateDesk } from './thread/desk.ts'
import { NeedError } from './thread/need.ts'

/** The other end of `EstateThread`: takes questions one by one and answers each. */
const PROGRESS_MS = 100

const port = parentPort!
const desk = new EstateDesk()
const reply = (message: Reply, transfer: readonly ArrayBuffer[] = []) => port.postMessage(message, [...transfer])

port.on('message', (request: Request) => void answer(request))

async function answer({ id, op, input }: Request): Promise<void> {
  try {
    const value = await desk.answer(op as keyof Ops, input as never, progressOf(id))
    reply({ id, kind: 'answer', value }, transferable(value))
  } catch (error) {
    if (error instanceof NeedError) return reply({ id, kind: 'needs', need: error.need })
    const { message, stack, name } = error instanceof Error ? error : new Error(String(error))
    const code = error instanceof Error && 'code' in error ? String(error.code) : null
    reply({ id, kind: 'error', name: error instanceof CodedError ? 'CodedError' : name, message, code, stack })
  }
}

/** Progress often enough to be seen; a new phase at once. */
function progressOf(id: number): (progress: Progress) => void {
  let last = 0
  let phase = ''
  return (progress) => {
    const now = performance.now()
    if (progress.phase === phase && now - last < PROGRESS_MS) return
    last = now
    phase = progress.phase
    reply({ id, kind: 'progress', progress })
  }
}

/** Large answers change hands instead of being copied. */
function transferable(value: unknown): ArrayBuffer[] {
  return value instanceof Uint8Array && value.buffer instanceof ArrayBuffer ? [value.buffer] : []
}
