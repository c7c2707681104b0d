// The server as a process of its own, for tools: configured by the environment, tells its address as one line of JSON.
import { readConfig } from '../../server/src/config.ts'
import { startServer } from '../../server/src/main.ts'
import { createLog } from '../../server/src/platform/log.ts'

const config = readConfig({ PORTOLAN_PORT: '0', PORTOLAN_DEMO: 'false', ...portolanVariables() })
const server = await startServer(config, createLog(config.logLevel, process.stderr))
process.stdout.write(`${JSON.stringify({ url: server.url, link: server.link })}\n`)
process.on('SIGTERM', () => server.close().then(() => process.exit(0)))

function portolanVariables() {
  return Object.fromEntries(Object.entries(process.env).filter(([key]) => key.startsWith('PORTOLAN_')))
}
