import { timed } from './figures.mjs'

/**
 * Uploads an export and shows each phase with its peak: the kernel's high water mark, begun anew whenever the job says
 * that another phase has come. Sheets are one phase.
 */
export async function measureImport(server, key, { form, show }) {
  const { memory } = server
  let most = 0
  const begunAt = performance.now()
  memory.begin()
  const { value, ms } = await timed(() => server.ask('POST', `/projects/${key}/imports`, { body: form }))
  show('upload: received', ms, memory.peakBytes())
  most = memory.peakBytes()

  const phases = new Map()
  let current = null
  const done = await server.settled(value.job.id, ({ phase }) => {
    const peakBytes = memory.peakBytes()
    most = Math.max(most, peakBytes)
    if (current) Object.assign(current, { to: performance.now(), peakBytes: Math.max(current.peakBytes, peakBytes) })
    const name = /^(|starting|Reading.*)$/.test(phase) ? 'Reading' : phase
    if (current?.name === name) return
    memory.begin()
    current = phases.get(name) ?? { name, from: performance.now(), to: performance.now(), peakBytes: 0 }
    phases.set(name, current)
  })
  if (done.state !== 'done') throw new Error(JSON.stringify(done.error))
  for (const { name, from, to, peakBytes } of phases.values())
    show(`upload: ${name.toLowerCase()}`, to - from, peakBytes)

  memory.begin()
  await server.ask('GET', `/projects/${key}/plan`)
  await server.ask('GET', `/projects/${key}/vms?limit=100`)
  const uploadToPlan = performance.now() - begunAt
  most = Math.max(most, memory.peakBytes())
  show('upload to plan and first list', uploadToPlan, most, `${done.result.vms} VMs; the peak of all phases`)
}
