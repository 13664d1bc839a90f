// Whole sessions in Chromium against the real server: see `../browser-test`.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { killAll, realServer } from './real-server.mjs'
import { BY_HAND, BY_KEYS, Visit } from './visit.mjs'

const SHOTS = fileURLToPath(new URL('../screenshots', import.meta.url))
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
const DESKTOP = { viewport: { width: 1280, height: 900 }, locale: 'en-GB', colorScheme: 'light' }
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'zh-CN', colorScheme: 'light' }
const DARK = { viewport: { width: 1280, height: 900 }, locale: 'de-DE', colorScheme: 'dark', reducedMotion: 'reduce' }

/** Ids of the trials that the server has answers to, asked for as the page asks. */
function answeredOnServer(visit) {
  return visit.page.evaluate(async () => {
    const key = Object.keys(localStorage).find(name => name.endsWith(' listener'))
    const reply = await fetch(`./api/listeners/${localStorage.getItem(key)}`)
    return (await reply.json()).answered.sort((one, other) => one - other)
  })
}

async function begin(visit, url, about) {
  await visit.page.goto(url)
  await visit.heading()
  await visit.look('welcome')
  await visit.agree()
  await visit.describe(about)
  await visit.checkSound()
}

/** Answers until nothing is left, with a picture of each kind of trial. */
async function toTheEnd(visit, how, seen = new Set()) {
  while ((await visit.page.locator('progress').count()) > 0) {
    const heading = await visit.heading()
    if (!seen.has(heading)) await visit.look('trial')
    await visit.trial(how)
    if (!seen.has(heading)) await visit.look('trial-heard')
    seen.add(heading)
    await visit.next(how)
  }
  await visit.page.locator('main svg').waitFor()
  await visit.page.waitForTimeout(500)
  await visit.look('thank-you')
}

/** With a mouse; the page is loaded anew on the way, and the connection lost and found again. */
async function onADesktop(visit, server) {
  await begin(visit, server.url, { years: 4, plays: true, level: 3 })
  assert.equal(await visit.page.locator('h1 b, h1 script').count(), 0)
  await visit.trial(BY_HAND)
  await visit.next(BY_HAND)
  assert.match(await visit.page.locator('main').innerText(), /^2 of 5, about \d+ minutes? left/)

  await visit.page.reload()
  assert.equal(await visit.heading(), 'Welcome back')
  await visit.look('welcome-back')
  assert.deepEqual(await answeredOnServer(visit), [1])
  await visit.main().click()

  await visit.trial(BY_HAND)
  await visit.context.setOffline(true)
  await visit.next(BY_HAND)
  await visit.page.getByText('No connection. One answer is kept on this device').waitFor()
  await visit.look('no-connection')
  await visit.context.setOffline(false)
  await visit.page.getByText('No connection.').waitFor({ state: 'detached' })
  assert.deepEqual(await answeredOnServer(visit), [1, 2])

  await toTheEnd(visit, BY_HAND)
  assert.equal(await visit.heading(), 'Thank you')
  assert.deepEqual(await answeredOnServer(visit), [1, 2, 3, 4, 5])
  await visit.page.getByText('All your answers have arrived.').waitFor()
  await visit.page.reload()
  assert.equal(await visit.heading(), 'Thank you')
}

/** With a finger, in Chinese; the server is killed on the way and comes back later. */
async function onAPhone(visit, server, folder) {
  await begin(visit, server.url, { years: 0, plays: false, level: 1 })
  assert.equal(await visit.page.evaluate(() => document.documentElement.lang), 'zh-CN')
  await visit.trial(BY_HAND)
  await server.kill()
  await visit.next(BY_HAND)
  await visit.page.getByText('网络已断开').waitFor()
  await visit.look('no-server')
  const again = await realServer(folder, server.port)
  assert.equal(again.url, server.url, 'the same address after a restart')
  await visit.page.getByText('网络已断开').waitFor({ state: 'detached' })
  assert.deepEqual(await answeredOnServer(visit), [1])
  await visit.page.getByRole('button', { name: 'English' }).click()
  assert.match(await visit.page.locator('main').innerText(), /^2 of 5/)
  await visit.page.getByRole('button', { name: '简体中文' }).click()
  await toTheEnd(visit, BY_HAND)
  assert.deepEqual(await answeredOnServer(visit), [1, 2, 3, 4, 5])
  return again
}

/** With keys alone, in the dark, where nothing may move; then somebody else takes over. */
async function inTheDark(visit, server) {
  await begin(visit, server.url, { years: 12, plays: true, level: 5 })
  assert.equal(await visit.page.evaluate(() => document.activeElement?.localName), 'h1', 'a new screen has the focus')
  await toTheEnd(visit, BY_KEYS)
  await visit.page.locator('button.link').click()
  await visit.page.locator('input[name=agree]').waitFor()
  assert.equal(await visit.page.evaluate(() => Object.keys(localStorage).some(name => name.endsWith(' listener'))), false)
}

/** Who does not know the address gets nothing; whom the server has forgotten begins anew. */
async function strangers(browser, server) {
  const visit = await Visit.open(browser, 'stranger', SHOTS, DESKTOP)
  const wrong = server.url.replace(/\/t\/./, start => (start.endsWith('A') ? '/t/B' : '/t/A'))
  for (const address of [wrong, `${wrong}api/study`, new URL('/', server.url).href]) {
    assert.equal((await visit.page.goto(address)).status(), 404)
  }
  visit.complaints.length = 0
  await visit.page.goto(server.url)
  await visit.heading()
  await visit.page.evaluate(() => localStorage.setItem(`cadenza ${location.pathname} listener`, 'nobody'))
  await visit.page.reload()
  await visit.page.getByText('does not know this device').waitFor()
  await visit.page.locator('input[name=agree]').waitFor()
  assert.ok(visit.complaints.every(complaint => complaint.includes('404')), String(visit.complaints))
  visit.complaints.length = 0
  await visit.close()
}

const folder = mkdtempSync(join(tmpdir(), 'cadenza-study-'))
rmSync(SHOTS, { recursive: true, force: true })
mkdirSync(SHOTS, { recursive: true })
let server = await realServer(folder)
const browser = await chromium.launch({ executablePath: process.env.CADENZA_CHROMIUM, args: FLAGS })
try {
  await strangers(browser, server)
  const part = async (name, options, act) => {
    const visit = await Visit.open(browser, name, SHOTS, options)
    try {
      await act(visit)
    } catch (problem) {
      await visit.page.screenshot({ path: `${SHOTS}/${name}-failed.png`, fullPage: true })
      console.error(`${name} failed; the screen is in screenshots/${name}-failed.png.`, visit.complaints)
      throw problem
    }
    await visit.close()
    console.log(`${name}: a whole session, ${server.lines.at(-1) ?? ''}`)
  }
  await part('desktop', DESKTOP, visit => onADesktop(visit, server))
  await part('dark', DARK, visit => inTheDark(visit, server))
  await part('phone', PHONE, async visit => {
    server = await onAPhone(visit, server, folder)
  })
  assert.deepEqual(server.lines, ['finished 3'])
} finally {
  killAll()
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
}
