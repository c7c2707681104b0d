// Small workbooks in the dialects that exist: plain or prefixed XML, shared or inline strings, and CSV, ZIP, XLS.
import { createRequire } from 'node:module'
import { ZipFile } from 'yazl'

const require = createRequire(import.meta.url)
const escapeXml = (text) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

function columnName(index) {
  return index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26)
}

/** The parts of a workbook, as text: what a mutation of the XML changes before they are zipped. */
export function workbookParts(estate, { prefix = '', inline = false } = {}) {
  const p = prefix === '' ? '' : `${prefix}:`
  const namespace = prefix === '' ? 'xmlns' : `xmlns:${prefix}`
  const main = `${namespace}="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
  const shared = new Map()
  const keyOf = (text) => {
    if (!shared.has(text)) shared.set(text, shared.size)
    return shared.get(text)
  }
  const cell = (value, ref) => {
    if (value === '' || value === null) return inline ? '' : `<${p}c r="${ref}" t="s"/>`
    if (typeof value === 'number') return `<${p}c r="${ref}"><${p}v>${value}</${p}v></${p}c>`
    if (typeof value === 'object') return `<${p}c r="${ref}" s="1"><${p}v>${value.date}</${p}v></${p}c>`
    if (typeof value === 'boolean' && inline) return `<${p}c r="${ref}" t="b"><${p}v>${value ? 1 : 0}</${p}v></${p}c>`
    const text = typeof value === 'boolean' ? (value ? 'True' : 'False') : value
    return inline
      ? `<${p}c r="${ref}" t="inlineStr"><${p}is><${p}t>${escapeXml(text)}</${p}t></${p}is></${p}c>`
      : `<${p}c r="${ref}" t="s"><${p}v>${keyOf(text)}</${p}v></${p}c>`
  }
  const names = Object.keys(estate)
  const parts = {}
  names.forEach((name, s) => {
    const rows = estate[name].map(
      (row, r) =>
        `<${p}row r="${r + 1}">${row.map((value, c) => cell(value, columnName(c) + (r + 1))).join('')}</${p}row>`,
    )
    parts[`xl/worksheets/sheet${s + 1}.xml`] =
      `<?xml version="1.0" encoding="utf-8"?><${p}worksheet ${main}><${p}sheetData>${rows.join('')}</${p}sheetData></${p}worksheet>`
  })
  parts['xl/sharedStrings.xml'] =
    `<?xml version="1.0"?><${p}sst ${main} count="${shared.size}">${[...shared.keys()].map((text) => `<${p}si><${p}t xml:space="preserve">${escapeXml(text)}</${p}t></${p}si>`).join('')}</${p}sst>`
  parts['xl/styles.xml'] =
    `<?xml version="1.0"?><${p}styleSheet ${main}><${p}cellXfs count="2"><${p}xf numFmtId="0"/><${p}xf numFmtId="22" applyNumberFormat="1"/></${p}cellXfs></${p}styleSheet>`
  parts['xl/workbook.xml'] =
    `<?xml version="1.0"?><${p}workbook ${main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><${p}sheets>${names.map((name, s) => `<${p}sheet name="${name}" sheetId="${s + 1}" r:id="rId${s + 1}"/>`).join('')}</${p}sheets></${p}workbook>`
  const relation = (id, type, target) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`
  const relationships = (list) =>
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`
  parts['xl/_rels/workbook.xml.rels'] = relationships([
    ...names.map((_, s) => relation(`rId${s + 1}`, 'worksheet', `worksheets/sheet${s + 1}.xml`)),
    relation('rId900', 'sharedStrings', 'sharedStrings.xml'),
    relation('rId901', 'styles', '/xl/styles.xml'),
  ])
  parts['_rels/.rels'] = relationships([relation('rId1', 'officeDocument', 'xl/workbook.xml')])
  parts['[Content_Types].xml'] =
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
  return parts
}

/** A ZIP of named parts (text or bytes). */
export function zip(parts, compress = true) {
  return new Promise((resolve, reject) => {
    const file = new ZipFile()
    const chunks = []
    file.outputStream
      .on('data', (chunk) => chunks.push(chunk))
      .on('end', () => resolve(Buffer.concat(chunks)))
      .on('error', reject)
    for (const [name, content] of Object.entries(parts)) {
      file.addBuffer(Buffer.isBuffer(content) ? content : Buffer.from(content), name, { compress, mtime: new Date(0) })
    }
    file.end()
  })
}

/** A sheet as CSV; `cellOf` turns values into text. */
export function csv(rows, separator = ',') {
  const text = (value) => {
    if (value === null) return ''
    if (typeof value === 'object') return '2025/10/09 12:00:00'
    if (typeof value === 'boolean') return value ? 'True' : 'False'
    const plain = String(value)
    return /["\r\n]/.test(plain) || plain.includes(separator) ? `"${plain.replace(/"/g, '""')}"` : plain
  }
  return rows.map((row) => row.map(text).join(separator)).join('\r\n')
}

/** A legacy workbook (BIFF8). */
export function xls(estate) {
  const { utils, write } = require('@e965/xlsx')
  const book = utils.book_new()
  for (const [name, rows] of Object.entries(estate)) {
    const plain = rows.map((row) =>
      row.map((value) => (value !== null && typeof value === 'object' ? value.date : value)),
    )
    utils.book_append_sheet(book, utils.aoa_to_sheet(plain), `tab${name}`)
  }
  return write(book, { type: 'buffer', bookType: 'biff8' })
}
