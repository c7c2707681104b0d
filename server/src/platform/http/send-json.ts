import type { FastifyReply } from 'fastify'

/** Sends text that is JSON already, as it is; for the types it is the answer that the text holds. */
export function sendJson<Answer>(reply: FastifyReply, json: string): Answer {
  return reply.type('application/json; charset=utf-8').send(json) as Answer
}
