// Builds and tests the page from within Maven: `node build.mjs page FOLDER` and `node build.mjs test FOLDER`, where FOLDER is the
// build folder of the module. Does nothing where nothing has changed since the last time.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const HERE = dirname(fileURLToPath(import.meta.url))
const LEAST_NODE = [20, 19]
/** Where the server looks for the page, below the build folder. */
const PAGE = 'classes/dev/cadenza/studio/page'
/** What the page is made of, and what its tests need besides. */
const SOURCES = ['package-lock.json', 'index.html', 'vite.config.ts', 'src', 'public']
const TESTS = ['vitest.config.ts', 'tsconfig.json', 'test']

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}

function run(program, args) {
  const windows = process.platform === 'win32'
  const outcome = spawnSync(program, args, { cwd: HERE, stdio: 'inherit', shell: windows && program === 'npm', env: { ...process.env, NO_COLOR: '1' } })
  return outcome.status === 0
}

function files(path) {
  return statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap(name => files(join(path, name)))
    : [path]
}

function hash(names) {
  const sum = createHash('sha256')
  for (const file of names.map(name => join(HERE, name)).flatMap(files)) {
    sum.update(`${file.slice(HERE.length)}\n`).update(readFileSync(file))
  }
  return sum.digest('hex')
}

/** Does something unless it was done before with the same content. */
function once(stamp, content, done, work) {
  if (done() && existsSync(stamp) && readFileSync(stamp, 'utf8') === content) {
    return
  }
  rmSync(stamp, { force: true })
  work()
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, content)
}

function install() {
  once(join(HERE, 'node_modules', '.installed'), hash(['package-lock.json']), () => existsSync(join(HERE, 'node_modules')), () => {
    // Install scripts of packages have no business here.
    if (!run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'])) {
      fail('The packages of the page could not be installed; it takes npm and, the first time, a connection to a registry.')
    }
  })
}

function page(target) {
  const to = join(target, PAGE)
  once(join(target, 'page.stamp'), hash(SOURCES), () => existsSync(join(to, 'index.html')), () => {
    install()
    if (!run(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--outDir', to, '--logLevel', 'warn'])) {
      fail('The page could not be built; the reason stands above.')
    }
  })
}

function test(target) {
  once(join(target, 'page-test.stamp'), hash([...SOURCES, ...TESTS]), () => true, () => {
    install()
    const checked = run(process.execPath, ['node_modules/svelte-check/bin/svelte-check', '--tsconfig', 'tsconfig.json', '--fail-on-warnings'])
    const tested = run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run'])
    if (!checked || !tested) {
      fail('The tests of the page failed; what failed stands above.')
    }
  })
}

const [major, minor] = process.versions.node.split('.').map(Number)
const [verb, target] = process.argv.slice(2)
if (major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1])) {
  console.log(`Built without the page of the studio: it takes Node ${LEAST_NODE.join('.')} or later, and this is ${process.versions.node}.`)
} else if (verb === 'page' && target !== undefined) {
  page(resolve(target))
} else if (verb === 'test' && target !== undefined) {
  test(resolve(target))
} else {
  fail('Usage: node build.mjs page|test BUILD-FOLDER')
}
