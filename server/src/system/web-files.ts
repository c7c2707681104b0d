import { existsSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { CodedError } from '../platform/errors.ts'

/** Files with a hash in their name never change. */
const FOREVER = { maxAge: '365d', immutable: true } as const

/**
 * The pages, where they were built. Every path that is neither a file nor the API is a page, and the application finds
 * out which; without pages the root says where the API is.
 */
export async function registerWebFiles(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) {
    app.get('/', async () => ({ api: '/api/v1', docs: '/api/docs' }))
    return
  }
  await app.register(fastifyStatic, { root: folder, serve: false, preCompressed: true })
  const files = new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')),
  )
  app.get('/*', async (request, reply) => {
    const path = decodeURI(request.url.split('?', 1)[0]).slice(1)
    if (path.startsWith('api/')) throw new CodedError('not_found', `There is nothing at GET /${path}`)
    if (files.has(path) && path !== 'index.html') {
      return reply.sendFile(path, folder, path.startsWith('assets/') ? FOREVER : { maxAge: 0 })
    }
    return reply.header('cache-control', 'no-cache').sendFile('index.html', folder, { cacheControl: false })
  })
}
