import { put, quantile, round, slowest, spread, timed } from './figures.mjs'
import { filtersToAsk, pairsOf } from './list-questions.mjs'

const PAIRS = 20
/** Of each filter; they go round, so that every sort meets many filters. */
const SORTS_EACH = 12
const VMS_LOOKED_AT = 100
const ASKED_EACH = 10
/** A person looks at the top, somewhere, and drags the bar down to the end. */
const PLACES = [0, 0.5, 0.9]

/**
 * The whole estate in every sort, every filter of the contract in some, near and far; the facets under every filter; single VMs; and every other
 * list that a project has.
 */
export async function measureLists(server, key, { contract, random, show }) {
  const { VmFilter, VM_COLUMNS } = contract.vms
  const project = `/projects/${key}`
  const { total, facets } = await server.ask('GET', `${project}/vms/facets`)
  const { days } = await server.ask('GET', `${project}/plan`)
  const single = filtersToAsk(
    Object.keys(VmFilter.shape),
    facets,
    days.map(({ date }) => date),
  )
  const filters = [{}, ...single, ...pairsOf(single, random, PAIRS)]

  await lists(server, `${project}/vms`, { filters, columns: VM_COLUMNS, total, show })
  await facetsUnder(server, `${project}/vms/facets`, { filters, show })
  await singleVms(server, `${project}/vms`, { total, random, show })
  await otherLists(server, key, { contract, show })
}

async function lists(server, path, { filters, columns, total, show }) {
  const times = []
  const byFilter = new Map()
  const bySort = new Map()
  const sorts = columns.flatMap((column) => [column, `-${column}`])
  let asked = 0
  for (const filter of filters) {
    // How many are left says where far away is.
    const { total: left } = await server.ask('GET', `${path}?${new URLSearchParams({ ...filter, limit: 1 })}`)
    const count = Object.keys(filter).length === 0 ? sorts.length : SORTS_EACH
    for (let n = 0; n < count; n++) {
      const sort = sorts[asked % sorts.length]
      const offset = Math.floor(left * PLACES[asked++ % PLACES.length])
      const query = new URLSearchParams({ ...filter, sort, offset, limit: 100 })
      const { ms } = await timed(() => server.ask('GET', `${path}?${query}`))
      times.push(ms)
      put(byFilter, Object.keys(filter).join(' + ') || 'no filter', ms)
      put(bySort, sort, ms)
    }
  }
  const { ms, note } = spread(times)
  show('lists of VMs', ms, 0, note)
  show('  of the whole estate', quantile(byFilter.get('no filter'), 0.95), 0, `${total} VMs, every sort`)
  show('  under the slowest filter', null, 0, `${slowest(byFilter)}; by the slowest sort ${slowest(bySort)}`)
}

async function facetsUnder(server, path, { filters, show }) {
  const byFilter = new Map()
  for (const filter of filters) {
    const { ms } = await timed(() => server.ask('GET', `${path}?${new URLSearchParams(filter)}`))
    put(byFilter, Object.keys(filter).join(' + ') || 'no filter', ms)
  }
  const { ms, note } = spread([...byFilter.values()].flat())
  show('facets with counts', ms, 0, `${note}; slowest ${slowest(byFilter)}`)
}

async function singleVms(server, path, { total, random, show }) {
  const times = []
  for (let n = 0; n < VMS_LOOKED_AT; n++) {
    const { rows } = await server.ask('GET', `${path}?limit=1&fields=id&offset=${random.int(total)}`)
    times.push((await timed(() => server.ask('GET', `${path}/${rows[0].id}`))).ms)
  }
  const { ms, note } = spread(times)
  show('one VM with all its parts', ms, 0, note)
}

/** Whatever else the contract answers that needs no more than a project to be asked: lists, and what pages show whole. */
async function otherLists(server, key, { contract, show }) {
  const routes = contract.routes.allRoutes.filter(isAskedWithProjectAlone)
  const asked = async (what, some) => {
    const times = new Map()
    for (const { id, path } of some) {
      for (let n = 0; n < ASKED_EACH; n++) {
        const { ms } = await timed(() => server.ask('GET', path.replace(':project', key)))
        put(times, id, ms)
      }
    }
    const { ms, note } = spread([...times.values()].flat())
    const each = [...times].map(([id, all]) => `${id} ${round(quantile(all, 1))}`).join(', ')
    show(what, ms, 0, `${note}; the longest of each: ${each} ms`)
  }
  await asked('other lists', routes.filter(isList))
  await asked(
    'what pages ask besides',
    routes.filter((route) => !isList(route)),
  )
}

function isAskedWithProjectAlone({ id, method, path, answer, query }) {
  const others = (path.match(/:\w+/g) ?? []).filter((parameter) => parameter !== ':project')
  const isComplete = query === undefined || query.safeParse({}).success
  const isMeasuredAlready = id === 'vms.list' || id === 'vms.facets'
  return method === 'GET' && answer?.shape && others.length === 0 && isComplete && !isMeasuredAlready
}

const isList = ({ answer }) => answer.shape.rows !== undefined
