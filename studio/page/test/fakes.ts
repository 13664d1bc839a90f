import { Unreachable, type Answer, type Api, type StudyInfo, type Trial } from '../src/api'
import type { Pause } from '../src/study/outbox'

/** Never waits, and counts how long it was asked to. */
export class CountedPause implements Pause {
  readonly waits: number[] = []

  wait(millis: number): Promise<void> {
    this.waits.push(millis)
    return Promise.resolve()
  }

  wake(): void {}
}

export const TRIALS: readonly Trial[] = [
  { id: 1, kind: 'pair', question: 'prefer', left: 'a', right: 'b' },
  { id: 2, kind: 'check', instruction: 'scrambled', left: 'c', right: 'd' },
  { id: 3, kind: 'rating', clip: 'e', scales: ['melody', 'rhythm'] },
]

export const INFO: StudyInfo = { title: 'Two tunes', languages: ['en', 'zh-CN'], trials: TRIALS.length, minutes: 6 }

export const choice = (trial: number, side: 'left' | 'right' = 'left'): Answer => ({ trial, choice: side, heardSeconds: 10.5 })

/** A server in memory whose connection can be cut. */
export class FakeApi implements Api {
  readonly arrived: Answer[] = []
  /** How many of the next calls fail. */
  failures = 0
  known = new Set<string>()
  refusal: Error | undefined

  #call<T>(value: T): Promise<T> {
    if (this.failures > 0) {
      this.failures--
      return Promise.reject(new Unreachable('cut'))
    }
    return this.refusal === undefined ? Promise.resolve(value) : Promise.reject(this.refusal)
  }

  study(): Promise<StudyInfo> {
    return this.#call(INFO)
  }

  async begin(): Promise<{ listener: string; trials: readonly Trial[] }> {
    await this.#call(undefined)
    this.known.add('someone')
    return { listener: 'someone', trials: TRIALS }
  }

  resume(): Promise<{ trials: readonly Trial[]; answered: readonly number[] }> {
    return this.#call({ trials: TRIALS, answered: this.arrived.map(answer => answer.trial) })
  }

  async answer(_listener: string, answer: Answer): Promise<void> {
    await this.#call(undefined)
    this.arrived.push(answer)
  }
}
