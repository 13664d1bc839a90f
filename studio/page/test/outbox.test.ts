import { describe, expect, it } from 'vitest'
import { Refused } from '../src/api'
import { Memory, passingShelf } from '../src/study/memory'
import { Outbox, type OutboxState } from '../src/study/outbox'
import { choice, CountedPause, FakeApi } from './fakes'

function setUp() {
  const api = new FakeApi()
  const memory = new Memory(passingShelf(), '/t/one/')
  const pause = new CountedPause()
  const states: OutboxState[] = []
  const box = new Outbox(memory, answer => api.answer('someone', answer), pause, state => states.push(state))
  return { api, memory, pause, states, box }
}

describe('the outbox', () => {
  it('sends an answer and forgets it', async () => {
    const { api, memory, states, box } = setUp()
    await box.put(choice(1))
    expect(api.arrived).toEqual([choice(1)])
    expect(memory.answers()).toEqual([])
    expect(states.at(-1)).toEqual({ waiting: 0, trouble: 'none', reason: '' })
  })

  it('waits longer after each failure, up to half a minute, and loses nothing', async () => {
    const { api, memory, pause, states, box } = setUp()
    api.failures = 7
    const first = box.put(choice(1))
    expect(memory.answers()).toEqual([choice(1)])
    await Promise.all([first, box.put(choice(2, 'right'))])
    expect(pause.waits).toEqual([1000, 2000, 4000, 8000, 16000, 30000, 30000])
    expect(api.arrived).toEqual([choice(1), choice(2, 'right')])
    expect(states).toContainEqual({ waiting: 2, trouble: 'offline', reason: '' })
  })

  it('takes an answer that stands already for settled', async () => {
    const { api, memory, box } = setUp()
    api.refusal = new Refused(409, 'ANSWERED_BEFORE', 'before')
    await box.put(choice(1))
    expect(memory.answers()).toEqual([])
  })

  it('keeps what the server refuses, says why, and tries again when asked', async () => {
    const { api, memory, states, box } = setUp()
    api.refusal = new Refused(400, 'BAD_REQUEST', 'No such trial.')
    await box.put(choice(1))
    expect(memory.answers()).toEqual([choice(1)])
    expect(states.at(-1)).toEqual({ waiting: 1, trouble: 'refused', reason: 'No such trial.' })
    api.refusal = undefined
    await box.flush()
    expect(api.arrived).toEqual([choice(1)])
  })
})
