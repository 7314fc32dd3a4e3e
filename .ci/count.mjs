// count.mjs REPORT [FAILED STEP …] — prints what failed or was left out of vitest's JSON report, then the last line.
import { existsSync, readFileSync } from 'node:fs'

const [report, ...failedSteps] = process.argv.slice(2)
const files = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).testResults : []
const tests = files.flatMap(({ assertionResults }) => assertionResults)
const passed = tests.filter(({ status }) => status === 'passed')
const leftOut = tests.filter(({ status }) => status !== 'passed' && status !== 'failed')
const failures = [
  ...tests.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
  ...files
    .filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.length)
    .map(({ name }) => name),
  ...leftOut.map(({ fullName }) => `not run: ${fullName}`),
]
// The step 'tests' fails whenever a test does; it counts by itself only when no test tells why.
if (failures.length > 0) failures.push(...failedSteps.filter((step) => step !== 'tests'))
else failures.push(...failedSteps)

for (const failure of failures) console.log(`failed: ${failure}`)
console.log(`${passed.length} passed, ${failures.length} failed`)
process.exitCode = failures.length > 0 || passed.length === 0 ? 1 : 0
