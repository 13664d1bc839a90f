import { describe, expect, it } from 'vitest'
import { Refused } from '../src/api'
import { Flow } from '../src/study/flow.svelte'
import { Memory, passingShelf } from '../src/study/memory'
import { choice, CountedPause, FakeApi } from './fakes'

const ABOUT = { years: 3, plays: true, level: 2 }

function setUp(api = new FakeApi(), shelf = passingShelf()) {
  const memory = new Memory(shelf, '/t/one/')
  return { api, shelf, memory, flow: new Flow(api, memory, () => new CountedPause()) }
}

/** Lets the outbox do its work. */
const settled = () => new Promise(resolve => setTimeout(resolve))

describe('the flow of a study', () => {
  it('leads from the welcome to the end', async () => {
    const { api, memory, flow } = setUp()
    await flow.load()
    expect(flow.screen).toBe('welcome')
    flow.agree()
    expect(flow.screen).toBe('about')
    flow.describe(ABOUT)
    expect(flow.screen).toBe('sound')
    await flow.begin('en')
    expect(memory.listener).toBe('someone')
    expect(flow.trial?.id).toBe(1)
    flow.answer(choice(1))
    flow.answer(choice(2))
    expect(flow.progress.place).toBe(3)
    flow.answer({ trial: 3, ratings: { melody: 7, rhythm: 1 }, heardSeconds: 8 })
    expect(flow.screen).toBe('done')
    await settled()
    expect(api.arrived.map(answer => answer.trial)).toEqual([1, 2, 3])
    expect(flow.outbox.waiting).toBe(0)
  })

  it('goes on after a reload, with answers that had not arrived', async () => {
    const { api, shelf, memory, flow } = setUp()
    await flow.load()
    await flow.begin('en')
    flow.answer(choice(1))
    await settled()
    memory.keep(choice(2))
    const { flow: again } = setUp(api, shelf)
    await again.load()
    expect(again.screen).toBe('back')
    again.goOn()
    expect(again.trial?.id).toBe(3)
    await settled()
    expect(api.arrived.map(answer => answer.trial)).toEqual([1, 2])
  })

  it('tries again until the study can be reached, and says so meanwhile', async () => {
    const { api, flow } = setUp()
    api.failures = 3
    await flow.load()
    expect(flow.screen).toBe('welcome')
    expect(flow.notice).toBe('none')
  })

  it('stays where it is when it cannot begin', async () => {
    const { api, flow } = setUp()
    await flow.load()
    flow.describe(ABOUT)
    api.failures = 1
    await flow.begin('en')
    expect([flow.screen, flow.notice]).toEqual(['sound', 'unreachable'])
    api.refusal = new Refused(409, 'STUDY_FULL', 'This study is full.')
    await flow.begin('en')
    expect([flow.screen, flow.notice, flow.reason]).toEqual(['sound', 'refused', 'This study is full.'])
  })

  it('begins anew where the server knows the listener no more', async () => {
    const { api, memory, flow } = setUp()
    memory.listener = 'forgotten'
    api.resume = () => Promise.reject(new Refused(404, 'NO_LISTENER', 'Nobody.'))
    await flow.load()
    expect([flow.screen, flow.notice, memory.listener]).toEqual(['welcome', 'unknown-listener', undefined])
  })

  it('gives the device to somebody else only when nothing waits', async () => {
    const { api, memory, flow } = setUp()
    await flow.load()
    await flow.begin('en')
    api.refusal = new Refused(400, 'BAD_REQUEST', 'No.')
    flow.answer(choice(1))
    await settled()
    flow.startAnew()
    expect(memory.answers()).toEqual([choice(1)])
    api.refusal = undefined
    flow.retry()
    await settled()
    flow.startAnew()
    expect([flow.screen, memory.listener]).toEqual(['welcome', undefined])
  })
})
