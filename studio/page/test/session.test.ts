import { describe, expect, it } from 'vitest'
import { Hearing, rounded } from '../src/study/hearing'
import { nextTrial, progress } from '../src/study/session'
import { anotherCount, COUNTS } from '../src/study/sound-check'
import { TRIALS } from './fakes'

describe('a session', () => {
  it('goes on at the first trial without an answer', () => {
    expect(nextTrial(TRIALS, new Set())?.id).toBe(1)
    expect(nextTrial(TRIALS, new Set([1, 3]))?.id).toBe(2)
    expect(nextTrial(TRIALS, new Set([1, 2, 3]))).toBeUndefined()
  })

  it('tells how far it is, and never that no time is left', () => {
    expect(progress(TRIALS, new Set(), 6)).toEqual({ place: 1, total: 3, minutesLeft: 6 })
    expect(progress(TRIALS, new Set([1]), 6)).toEqual({ place: 2, total: 3, minutesLeft: 4 })
    expect(progress(TRIALS, new Set([1, 2]), 1)).toEqual({ place: 3, total: 3, minutesLeft: 1 })
    expect(progress(TRIALS, new Set([1, 2, 3]), 6).place).toBe(3)
  })
})

describe('hearing', () => {
  it('counts what was played, not what was jumped over', () => {
    const hearing = new Hearing()
    hearing.from(0)
    ;[0.25, 0.5, 0.75, 1].forEach(position => hearing.at(position))
    hearing.at(30)
    hearing.at(30.5)
    hearing.at(29)
    expect(hearing.seconds).toBeCloseTo(1.5)
    expect(hearing.enough).toBe(false)
  })

  it('is enough after five seconds, heard in pieces too', () => {
    const hearing = new Hearing()
    for (let piece = 0; piece < 5; piece++) {
      hearing.from(piece * 4)
      hearing.at(piece * 4 + 1)
    }
    expect(hearing.enough).toBe(true)
  })

  it('is enough when a shorter clip was heard to its end, but not when only its end was', () => {
    const whole = new Hearing()
    whole.from(0)
    whole.at(1)
    whole.at(2)
    whole.ended(3)
    expect(whole.enough).toBe(true)
    const end = new Hearing()
    end.from(19)
    end.ended(20)
    expect(end.enough).toBe(false)
  })

  it('is sent to the tenth of a second', () => {
    expect(rounded(12.3456)).toBe(12.3)
  })
})

describe('the check of the sound', () => {
  it('asks for another number each time', () => {
    for (const last of COUNTS) {
      expect(anotherCount(last, () => 0)).not.toBe(last)
      expect(COUNTS).toContain(anotherCount(last, () => 0.999))
    }
  })
})
