// Mutations of bytes, of XML and of cells. Each takes the random source first, so that a seed names an input.
const NASTY_TEXTS = [
  '',
  ' ',
  '\u0000',
  '=1+1',
  '@x',
  'True',
  'poweredOn',
  '-1',
  '1e309',
  'NaN',
  'Infinity',
  '9'.repeat(400),
  'ä'.repeat(300),
  '\ud800',
  '_x0041_',
  '&lt;',
  ']]>',
  'vm-',
  '[ds',
  '..\\..\\etc',
  '0x1',
  '1,5',
  '1.234,5',
  '31.12.2025',
  '2025-02-30',
  '12/31/2025 25:61',
  '%2f',
  '\u202e',
  'none',
  'NONE',
]
const NASTY_NUMBERS = [0, -1, -0, 1e308, -1e308, 5e-324, 2 ** 53, 2 ** 31, 0.1, 4095, 65536, -45000, 2958466]
const NASTY_XML = [
  '<',
  '>',
  '&',
  '"',
  "'",
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '&b;',
  '&#0;',
  '&#xD800;',
  '&#99999999;',
  '&amp',
  '<c',
  '</c>',
  '<row',
  '</row>',
  '</row></row>',
  '<v>',
  '</v>',
  ' r="A1"',
  ' r="ZZZZZZ99999999999"',
  ' r=""',
  ' t="s"',
  ' t="zz"',
  ' s="999999"',
  ' r="-1"',
  '<is><t>',
  '<f>1/0</f>',
  'xmlns=""',
  '\u0000',
  '<x:row>',
  '<sheetData/>',
  '</sheetData>',
]

/** Flips, cuts, repeats or overwrites bytes of a file. */
export function mutateBytes(random, bytes) {
  let out = Buffer.from(bytes)
  const times = 1 + random.int(6)
  for (let i = 0; i < times && out.length > 0; i++) {
    const at = random.int(out.length)
    switch (random.int(6)) {
      case 0:
        out[at] ^= 1 << random.int(8)
        break
      case 1:
        out[at] = random.pick([0, 0xff, 0x7f, 0x50, 0x3c])
        break
      case 2:
        out = out.subarray(0, at)
        break
      case 3: {
        const length = 1 + random.int(64)
        out = Buffer.concat([out.subarray(0, at), out.subarray(at + length)])
        break
      }
      case 4: {
        const from = random.int(out.length)
        const piece = out.subarray(from, from + 1 + random.int(200))
        out = Buffer.concat([out.subarray(0, at), piece, out.subarray(at)])
        break
      }
      default: {
        const length = Math.min(4, out.length - at)
        for (let b = 0; b < length; b++) out[at + b] = random.pick([0, 0xff, 0xfe, random.int(256)])
      }
    }
  }
  return out
}

/** Changes the XML of one or several parts of a workbook, or the parts themselves. */
export function mutateParts(random, parts) {
  const out = { ...parts }
  const times = 1 + random.int(4)
  for (let i = 0; i < times; i++) {
    const name = random.pick(Object.keys(out))
    const text = out[name]
    const at = random.int(text.length + 1)
    switch (random.int(7)) {
      case 0:
      case 1:
        out[name] = text.slice(0, at) + random.pick(NASTY_XML) + text.slice(at)
        break
      case 2:
        out[name] = text.slice(0, at)
        break
      case 3: {
        const end = at + random.int(400)
        out[name] = text.slice(0, at) + text.slice(end)
        break
      }
      case 4: {
        const end = at + random.int(2000)
        out[name] = text.slice(0, at) + text.slice(at, end).repeat(1 + random.int(40)) + text.slice(end)
        break
      }
      case 5:
        if (random.chance(0.3) && Object.keys(out).length > 1) delete out[name]
        else out[name] = text.replace(/"(\d+)"/, () => `"${random.pick(['-1', '99999999999', 'x', '0', '1048577'])}"`)
        break
      default:
        out[name] = text.replace(
          /<v>[^<]*<\/v>/,
          () => `<v>${random.pick([...NASTY_NUMBERS, ...NASTY_TEXTS.map((it) => it.replace(/[<&]/g, ''))])}</v>`,
        )
    }
  }
  return out
}

/** Changes values, headers, rows and sheets of an estate; the file around them stays well-formed. */
export function mutateCells(random, estate) {
  const out = Object.fromEntries(Object.entries(estate).map(([name, rows]) => [name, rows.map((row) => [...row])]))
  const times = 1 + random.int(30)
  for (let i = 0; i < times; i++) {
    const names = Object.keys(out)
    const name = random.pick(names)
    const rows = out[name]
    if (rows.length === 0) continue
    const row = rows[random.int(rows.length)]
    switch (random.int(9)) {
      case 0:
        if (names.length > 1) delete out[name]
        break
      case 1:
        rows.splice(random.int(rows.length), 1)
        break
      case 2:
        rows.push([...random.pick(rows)])
        break
      case 3:
        row.splice(random.int(row.length + 1), 0, random.pick(NASTY_TEXTS))
        break
      case 4:
        rows.unshift([], [random.pick(NASTY_TEXTS)])
        break
      default:
        if (row.length > 0)
          row[random.int(row.length)] = random.chance(0.5) ? random.pick(NASTY_TEXTS) : random.pick(NASTY_NUMBERS)
    }
  }
  return out
}
