import type { Route } from '@portolan/contract/route'

/** A page that lists the operations of the API; made here, so that it needs nothing from elsewhere. */
export function docsPage(routes: readonly Route[], version: string): string {
  const nouns = [...new Set(routes.map(nounOf))]
  const sections = nouns.map((noun) =>
    section(
      noun,
      routes.filter((route) => nounOf(route) === noun),
    ),
  )
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Portolan API</title>
<style>${STYLE}</style>
<main>
<h1>Portolan API ${escaped(version)}</h1>
<p>Everything stands below <code>/api/v1</code>. Send a token as <code>Authorization: Bearer …</code>, or use the session of
this browser. The same as OpenAPI 3.1: <a href="/api/v1/openapi.json">openapi.json</a>.</p>
${sections.join('\n')}
</main>
</html>
`
}

const STYLE = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif }
main { max-width: 70rem; margin: 2rem auto; padding: 0 1.5rem }
h2 { margin: 2rem 0 .5rem; font-size: 1.15rem }
table { width: 100%; border-collapse: collapse }
td { padding: .35rem .75rem .35rem 0; border-top: 1px solid color-mix(in srgb, currentColor 15%, transparent); vertical-align: top }
td:first-child { width: 5rem; font-weight: 600 }
code { font: .9em ui-monospace, monospace }
small { opacity: .7 }
`

function section(noun: string, routes: readonly Route[]): string {
  return `<h2 id="${escaped(noun)}">${escaped(noun)}</h2>
<table>${routes.map(row).join('')}</table>`
}

function row({ method, path, summary, permission, query }: Route): string {
  const needs = permission === 'public' ? 'nobody need be signed in' : (permission ?? 'signed in')
  const parameters = query ? Object.keys(query.shape).join(', ') : ''
  return `<tr><td>${method}</td><td><code>${escaped(path)}</code>${parameters === '' ? '' : `<br><small>?${escaped(parameters)}</small>`}</td>
<td>${escaped(summary)}<br><small>${escaped(needs)}</small></td></tr>`
}

function nounOf({ id }: Route): string {
  return id.split('.')[0]
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
