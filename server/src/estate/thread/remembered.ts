/** What was made of an object, for as long as that object lives. */
const memories = new WeakMap<object, Map<string, unknown>>()

/**
 * What `make` gives for a key, made once for each owner. The owner is whatever the result depends on: what is made of
 * the facts alone belongs to the snapshot and outlives every change of a setting.
 */
export function remembered<T>(owner: object, key: string, make: () => T): T {
  let memory = memories.get(owner)
  if (!memory) {
    memory = new Map()
    memories.set(owner, memory)
  }
  if (memory.has(key)) return memory.get(key) as T
  const made = make()
  memory.set(key, made)
  return made
}

/** The same for keys that people type: only the last of them are kept. */
export function lately<T>(owner: object, what: string, most: number, key: string, make: () => T): T {
  const recent = remembered(owner, what, () => new Map<string, T>())
  const known = recent.get(key)
  const value = known === undefined ? make() : known
  recent.delete(key)
  recent.set(key, value)
  if (recent.size > most) recent.delete(recent.keys().next().value!)
  return value
}
