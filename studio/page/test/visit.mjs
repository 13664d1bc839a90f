// A listener in a browser: one window, and what a person does in it.
import assert from 'node:assert/strict'
import { audit } from './audit.mjs'

/** Clips are played so many times faster, so that nobody waits. */
const HASTE = 3
const PATIENCE_MILLIS = 60_000
const CUT = /net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|CONNECTION_RESET|CONNECTION_CLOSED|EMPTY_RESPONSE|NETWORK_CHANGED)/

export class Visit {
  #shots
  #number = 0

  /** Opens a window; `options` are those of a Playwright context. */
  static async open(browser, name, shots, options) {
    const context = await browser.newContext(options)
    context.setDefaultTimeout(PATIENCE_MILLIS)
    await context.addInitScript(haste => {
      window.notesPlayed = 0
      const oscillator = AudioContext.prototype.createOscillator
      AudioContext.prototype.createOscillator = function () {
        window.notesPlayed++
        return oscillator.call(this)
      }
      const play = HTMLMediaElement.prototype.play
      HTMLMediaElement.prototype.play = function () {
        this.playbackRate = haste
        return play.call(this)
      }
      document.addEventListener('securitypolicyviolation', event => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`))
    }, HASTE)
    const visit = new Visit()
    visit.name = name
    visit.touch = options.hasTouch === true
    visit.context = context
    visit.page = await context.newPage()
    visit.#shots = shots
    visit.complaints = []
    visit.page.on('pageerror', error => visit.complaints.push(`error: ${error.message}`))
    visit.page.on('console', message => {
      if (message.type() !== 'log' && !CUT.test(message.text())) visit.complaints.push(`${message.type()}: ${message.text()}`)
    })
    return visit
  }

  /** Takes a picture of the screen, and looks it over: at the width of a small phone, too. */
  async look(what) {
    const file = `${this.#shots}/${this.name}-${String(++this.#number).padStart(2, '0')}-${what}.png`
    await this.page.screenshot({ path: file, fullPage: true })
    const found = await audit(this.page, this)
    const size = this.page.viewportSize()
    if (this.touch) {
      await this.page.setViewportSize({ width: 360, height: size.height })
      found.push(...(await audit(this.page, this)))
      await this.page.setViewportSize(size)
    }
    this.complaints.push(...found.map(complaint => `${what}: ${complaint}`))
  }

  async heading() {
    await this.page.locator('h1').waitFor()
    return this.page.locator('h1').innerText()
  }

  main() {
    return this.page.locator('button.main').last()
  }

  async agree() {
    await this.main().click()
    assert.equal(await this.page.locator('#years').count(), 0, 'nobody takes part who has not agreed')
    await this.page.locator('input[name=agree]').check()
    await this.main().click()
    await this.page.locator('#years').waitFor()
  }

  async describe({ years, plays, level }) {
    await this.page.locator('#years').fill(String(years))
    await this.page.locator('input[name=plays]').nth(plays ? 0 : 1).check()
    await this.page.locator('input[name=level]').nth(level - 1).check()
    await this.look('about')
    await this.main().click()
  }

  async checkSound() {
    const counts = this.page.locator('.counts button')
    const hear = async () => {
      await this.page.evaluate(() => (window.notesPlayed = 0))
      await this.page.locator('.card button').first().click()
      await this.page.locator('.counts button:enabled').first().waitFor()
      return this.page.evaluate(() => window.notesPlayed)
    }
    const first = await hear()
    await counts.filter({ hasNotText: String(first) }).first().click()
    await this.look('sound')
    const second = await hear()
    assert.notEqual(second, first, 'another number of notes each time')
    await counts.filter({ hasText: String(second) }).click()
    await this.look('sound-works')
    await this.main().click()
    await this.page.locator('.play').first().waitFor()
  }

  async players() {
    await this.page.locator('.play').first().waitFor()
    return this.page.locator('.play').count()
  }

  /** Nothing sounds until somebody asks for it. */
  async silent() {
    const positions = await this.page.locator('audio').evaluateAll(all => all.map(audio => [audio.paused, audio.currentTime]))
    assert.ok(positions.every(([paused, time]) => paused && time === 0), 'nothing plays by itself')
  }

  /** Hears all clips of the trial and answers; `how` says which button is pressed to play, to choose and to go on. */
  async trial(how) {
    const count = await this.players()
    await this.silent()
    assert.ok(await this.main().isDisabled(), 'one cannot go on unheard')
    for (let i = 0; i < count; i++) {
      await how.play(this, i)
      await this.page.locator('.player .heard').nth(i).waitFor()
      const playing = await this.page.locator('audio').evaluateAll(all => all.map((audio, j) => (audio.paused ? -1 : j)).filter(j => j >= 0))
      assert.ok(playing.every(j => j === i), 'one clip at a time')
    }
    if (count === 2) {
      await how.choose(this)
    } else {
      for (const scale of await this.page.locator('fieldset').all()) {
        assert.ok(await this.main().isDisabled(), 'every scale must be set')
        await how.rate(this, scale)
      }
    }
    await this.page.locator('button.main:enabled').waitFor()
    return count === 2 ? 'pair' : 'rating'
  }

  /** Goes on to the next screen. */
  async next(how) {
    const place = () => this.page.locator('progress').evaluateAll(all => all.map(bar => bar.value).join())
    const before = await place()
    await how.next(this)
    for (const end = Date.now() + PATIENCE_MILLIS; (await place()) === before; ) {
      assert.ok(Date.now() < end, 'the next screen does not come')
      await this.page.waitForTimeout(50)
    }
  }

  async close() {
    await this.context.close()
    assert.ok(this.complaints.length === 0, `${this.name}:\n${this.complaints.slice(0, 20).join('\n')}`)
  }
}

/** With a mouse or a finger. */
export const BY_HAND = {
  play: (visit, i) => visit.page.locator('.play').nth(i).click(),
  choose: visit => visit.page.locator('label.choice').last().click(),
  rate: (_, scale) => scale.locator('label').nth(5).click(),
  next: visit => visit.main().click(),
}

/** With keys alone. */
export const BY_KEYS = {
  play: (visit, i) => visit.page.keyboard.press(String(i + 1)),
  choose: visit => visit.page.keyboard.press('Shift+Digit1'),
  rate: async (visit, scale) => {
    for (let i = 0; i < 60 && !(await scale.evaluate(element => element.contains(document.activeElement))); i++) {
      await visit.page.keyboard.press('Tab')
    }
    await visit.page.keyboard.press('Space')
    await visit.page.keyboard.press('ArrowRight')
    assert.equal(await scale.locator('input:checked').getAttribute('value'), '2')
  },
  next: visit => visit.page.keyboard.press('n'),
}
