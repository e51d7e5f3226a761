/** `npm start`: installs and builds where needed, then serves the built app until Ctrl-C. */
import { createServer } from 'node:net'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { ROOT, stop } from './project.mjs'

const port = Number(process.env['PORT'] ?? 4173)
if (!Number.isInteger(port) || port < 1 || port > 65_535)
  stop(`PORT must be a number from 1 to 65535, and it is "${process.env['PORT'] ?? ''}".`)

// Asked before the build, so that nobody waits for one in vain.
if (await isTaken(port))
  stop(`Port ${port} is taken by another program. Stop that one, or choose another: PORT=${port + 1} npm start`)
await ensureInstalled()
if (!(await ensureBuilt())) stop('The app could not be built; the reason stands above.')

const { preview } = await import('vite')
// 127.0.0.1 is this machine alone, and `localhost` reaches it in every browser.
const server = await preview({ root: ROOT, logLevel: 'warn', preview: { host: '127.0.0.1', port, strictPort: true } })
console.log(`Offprint is at http://localhost:${port}/ (Ctrl-C ends it)`)

for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    void server.close().finally(() => process.exit(0))
  })

/**
 * @param {number} number
 * @returns {Promise<boolean>}
 */
function isTaken(number) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => {
      resolve(true)
    })
    probe.listen(number, '127.0.0.1', () => {
      probe.close(() => {
        resolve(false)
      })
    })
  })
}
