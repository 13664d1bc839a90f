import { describe, expect, it } from 'vitest'
import { Memory, passingShelf } from '../src/study/memory'
import { choice } from './fakes'

describe('the memory', () => {
  it('keeps studies apart', () => {
    const shelf = passingShelf()
    const one = new Memory(shelf, '/t/one/')
    const other = new Memory(shelf, '/t/other/')
    one.listener = 'anna'
    one.keep(choice(1))
    expect(other.listener).toBeUndefined()
    expect(other.answers()).toEqual([])
    other.forget()
    expect(one.answers()).toEqual([choice(1)])
  })

  it('lets the first answer to a trial stand, and gives them in the order of the trials', () => {
    const memory = new Memory(passingShelf(), '/')
    memory.keep(choice(10))
    memory.keep(choice(2))
    memory.keep(choice(2, 'right'))
    expect(memory.answers()).toEqual([choice(2), choice(10)])
  })

  it('passes over what it cannot read', () => {
    const shelf = passingShelf()
    shelf.setItem('cadenza / answer 1', '{broken')
    expect(new Memory(shelf, '/').answers()).toEqual([])
  })

  it('forgets who listened but not the language', () => {
    const memory = new Memory(passingShelf(), '/')
    memory.listener = 'anna'
    memory.language = 'zh-CN'
    memory.keep(choice(1))
    memory.forget()
    expect([memory.listener, memory.language, memory.answers()]).toEqual([undefined, 'zh-CN', []])
  })
})
