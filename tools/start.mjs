// npm start: installs, builds what is older than its sources, and serves. What is done already is skipped.
import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
process.chdir(ROOT)

const ENGINE = ['engine/src', 'engine/package.json', 'contract/src', 'contract/package.json', 'package-lock.json']
/** What is built, what it is built from, and how. */
const PARTS = [
  {
    name: 'the command and the server',
    built: 'cli/dist/main.js',
    sources: [
      ...ENGINE,
      'files/src',
      'files/package.json',
      'server/src',
      'server/package.json',
      'cli/src',
      'cli/package.json',
      'tools/build.mjs',
      'tools/bundle-threads.mjs',
    ],
    command: [process.execPath, 'tools/build.mjs'],
  },
  {
    name: 'the pages',
    built: 'web/dist/index.html',
    sources: [...ENGINE, 'web/src', 'web/index.html', 'web/package.json', 'web/public', 'web/vite.config.ts'],
    command: ['npm', 'run', 'build', '-w', '@portolan/web', '--silent'],
  },
]

run([process.execPath, 'tools/install.mjs'])
for (const { name, built, sources, command } of PARTS) {
  if (newest(sources) <= timeOf(built)) continue
  console.error(`Building ${name} …`)
  run(command)
}

// In this process, so that Ctrl-C reaches the server and nothing stands between.
process.argv = [process.argv[0], join(ROOT, 'cli/bin/portolan.js'), 'serve', ...process.argv.slice(2)]
await import('../cli/bin/portolan.js')

function run([program, ...args]) {
  const { status } = spawnSync(program, args, {
    // Results are for who called; what is built on the way is not one.
    stdio: ['inherit', process.stderr, 'inherit'],
    shell: program === 'npm' && process.platform === 'win32',
  })
  if (status !== 0) process.exit(status ?? 1)
}

/** When the newest of these was written; tests are not built. */
function newest(paths) {
  return Math.max(...paths.flatMap(filesIn).map(timeOf))
}

function filesIn(path) {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return []
  if (!found.isDirectory()) return [path]
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => !/\.test\.tsx?$/.test(name))
    .map((name) => join(path, name))
}

function timeOf(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
