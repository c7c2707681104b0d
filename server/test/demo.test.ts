import type { listProjects } from '@portolan/contract/projects'
import type { RouteAnswer } from '@portolan/contract/route'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDemo } from '../src/demo/load-demo.ts'
import { createProject } from '../src/project/create-project.ts'
import { type TestServer, testServer } from './support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer({ worker: true })
})
afterAll(() => server.close())

const projects = async () => ((await server.ask('GET', '/projects')).body as RouteAnswer<typeof listProjects>).rows

describe('the demo', () => {
  it('goes on where a start was interrupted, and ends with a plan', async () => {
    await createProject(server.owner, { name: 'Demo', key: 'demo', customer: '' })
    expect(await loadDemo(server.owner, server.services)).toBe('demo')
    expect(await projects()).toMatchObject([{ key: 'demo', phase: 'assessment' }])
    const { body } = await server.ask('GET', '/projects/demo/plan')
    expect(body).toMatchObject({ unscheduled: [] })
  })

  it('is not loaded again, not even after it was deleted', async () => {
    expect(await loadDemo(server.owner, server.services)).toBeNull()
    await server.ask('DELETE', '/projects/demo?confirm=demo', { ifMatch: '*' })
    expect(await loadDemo(server.owner, server.services)).toBeNull()
    expect(await projects()).toEqual([])
  })
})

it('comes to an empty installation with settings that leave something to decide', async () => {
  const empty = await testServer({ worker: true })
  try {
    expect(await loadDemo(empty.owner, empty.services)).toBe('demo')
    const { body } = await empty.ask('GET', '/projects/demo/plan')
    expect(body).toMatchObject({ bandwidth: { bottleneckMbps: 2100 }, deadline: { met: false } })
  } finally {
    await empty.close()
  }
})
