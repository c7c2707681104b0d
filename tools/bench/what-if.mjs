import { load } from '../load.mjs'
import { spread, timed } from './figures.mjs'

const CHANGES = 12
/** What people drag: the link, the agents, the day, where risk begins, what is large. The last two judge anew. */
const SLIDERS = {
  efficiency: (settings, n) => ({ ...settings, efficiency: 0.3 + n * 0.03 }),
  'VMs at once': (settings, n) => ({ ...settings, agentConcurrentVms: 1 + n }),
  'hours a day': (settings, n) => ({ ...settings, workingHoursPerDay: 4 + n * 0.5 }),
  'risk up to': (settings, n) => ({ ...settings, risk: { ...settings.risk, greenMax: 5 + n } }),
  'a large disk': ({ risk, ...settings }, n) => ({
    ...settings,
    risk: { ...risk, thresholds: { ...risk.thresholds, diskLargeGiB: 500 + n * 10 } },
  }),
}

/**
 * The plan under changed settings as a page computes it: the code of its worker on the facts that the server gives,
 * here in Node, whose engine is that of Chromium.
 *
 * @param {{ url: string, token: string, ask: Function }} server
 * @param {string} project
 */
export async function measureWhatIf(server, project, show) {
  const { ground, outcome, settings } = await load({
    ground: 'web/src/what-if/load-ground.ts',
    outcome: 'web/src/what-if/outcome.ts',
    settings: 'engine/src/settings.ts',
  })
  const scenario = await server.ask('GET', `/projects/${project}/scenarios/main`)
  const saved = settings.Settings.parse(scenario.settings)
  const from = { facts: server.at(`/projects/${project}/facts`), givens: server.at(`/projects/${project}/plan-givens`) }
  const opened = await timed(async () => {
    const loaded = await withToken(server.token, () => ground.loadGround(from, saved))
    const plan = outcome.planner(loaded, () => performance.now())
    plan(saved)
    return plan
  })
  show('what-if: facts fetched, first plan', opened.ms)
  const plan = opened.value
  const all = []
  const slow = []
  for (const [name, change] of Object.entries(SLIDERS)) {
    const times = []
    for (let n = 0; n < CHANGES; n++) {
      const changed = settings.Settings.parse(change(saved, n))
      times.push((await timed(() => plan(changed))).ms)
    }
    all.push(...times)
    slow.push(`${name} ${Math.round(spread(times).ms)}`)
  }
  const { ms, note } = spread(all)
  show('what-if: one change', ms, 0, `${note}; ${slow.join(', ')} ms`)
}

/** The code of the page relies on its cookie; here a token takes its place. */
async function withToken(token, work) {
  const { fetch } = globalThis
  globalThis.fetch = (url, init) =>
    fetch(url, { ...init, headers: { ...init?.headers, authorization: `Bearer ${token}` } })
  try {
    return await work()
  } finally {
    globalThis.fetch = fetch
  }
}
