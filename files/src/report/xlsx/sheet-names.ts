/** A tab of Excel takes 31 characters, none of these, and no apostrophe at either end. */
const MAX_NAME = 31
const FORBIDDEN = /[[\]:*?/\\\u0000-\u001F]/g

/** Names of tabs: valid, and no two alike (Excel compares them without case). */
export class SheetNames {
  private readonly taken = new Set<string>()

  take(title: string): string {
    const clean =
      title
        .replace(FORBIDDEN, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || 'Sheet'
    for (let attempt = 1; ; attempt++) {
      const ending = attempt === 1 ? '' : ` (${attempt})`
      const name = clean.slice(0, MAX_NAME - ending.length).trimEnd() + ending
      // Excel keeps the name `History` for itself.
      if (this.taken.has(name.toLowerCase()) || name.toLowerCase() === 'history') continue
      this.taken.add(name.toLowerCase())
      return name
    }
  }
}

/** The name as a reference writes it: `'All VMs'`. */
export function quotedSheetName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`
}
