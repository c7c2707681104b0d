import type { FastifyRequest } from 'fastify'
import { CodedError } from '../errors.ts'

const MOST = 200

/** `Idempotency-Key`: a request that is sent again with the same one starts nothing twice. */
export function idempotencyKeyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key !== 'string' || key.length === 0 || key.length > MOST) {
    throw new CodedError('malformed', `Idempotency-Key takes a text of 1 to ${MOST} characters.`)
  }
  return key
}
