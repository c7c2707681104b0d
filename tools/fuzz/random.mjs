/** A small seeded generator (mulberry32): the same seed gives the same inputs on every machine. */
export function random(seed) {
  let state = seed >>> 0
  const unit = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (most) => Math.floor(unit() * most)
  return {
    unit,
    /** 0 … most - 1 */
    int,
    pick: (list) => list[int(list.length)],
    chance: (share) => unit() < share,
  }
}
