/** How long a piece of work took, in milliseconds, and what it gave. */
export async function timed(work) {
  const startedAt = performance.now()
  const value = await work()
  return { ms: performance.now() - startedAt, value }
}

/** The value below which a share of all times lies. */
export function quantile(times, share) {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
}

/** What budgets are written in: the 95th percentile, with the rest beside it. */
export function spread(times) {
  return {
    ms: quantile(times, 0.95),
    note: `p95 of ${times.length}, median ${round(quantile(times, 0.5))} ms, longest ${round(quantile(times, 1))} ms`,
  }
}

/** Of groups of times the one with the highest 95th percentile, in words. */
export function slowest(groups) {
  const all = [...groups].map(([name, times]) => ({ name, ms: quantile(times, 0.95) }))
  const { name, ms } = all.sort((a, b) => b.ms - a.ms)[0]
  return `${name} ${round(ms)} ms`
}

/** Adds to the list that stands under a key. */
export function put(groups, key, time) {
  const times = groups.get(key)
  if (times) times.push(time)
  else groups.set(key, [time])
}

export const round = (ms) => (ms < 10 ? Math.round(ms * 10) / 10 : Math.round(ms))
