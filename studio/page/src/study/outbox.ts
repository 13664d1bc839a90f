import { Refused, Unreachable, type Answer } from '../api'
import type { Memory } from './memory'

const FIRST_WAIT_MILLIS = 1_000
const LONGEST_WAIT_MILLIS = 30_000
const CONFLICT = 409

export interface OutboxState {
  /** Answers that the server has not confirmed. */
  readonly waiting: number
  readonly trouble: 'none' | 'offline' | 'refused'
  /** The server's own words where it refused. */
  readonly reason: string
}

/** Waits so many milliseconds, or less when `wake` is called first. */
export interface Pause {
  wait(millis: number): Promise<void>
  wake(): void
}

/**
 * Brings answers to the server, one after the other, however often the connection breaks. An answer is written down before the
 * first try, and crossed out only when the server has confirmed it.
 */
export class Outbox {
  readonly #memory: Memory
  readonly #send: (answer: Answer) => Promise<void>
  readonly #pause: Pause
  readonly #changed: (state: OutboxState) => void
  #busy = false

  constructor(memory: Memory, send: (answer: Answer) => Promise<void>, pause: Pause, changed: (state: OutboxState) => void) {
    this.#memory = memory
    this.#send = send
    this.#pause = pause
    this.#changed = changed
  }

  /** Takes an answer; returns when all is sent or refused. */
  put(answer: Answer): Promise<void> {
    this.#memory.keep(answer)
    return this.flush()
  }

  /** Tries at once what waits: the connection may be back, or somebody asked for it. */
  async flush(): Promise<void> {
    this.#pause.wake()
    if (this.#busy) {
      return
    }
    this.#busy = true
    try {
      let millis = FIRST_WAIT_MILLIS
      for (let next = this.#memory.answers()[0]; next !== undefined; next = this.#memory.answers()[0]) {
        this.#tell(millis === FIRST_WAIT_MILLIS ? 'none' : 'offline')
        const fate = await this.#try(next)
        if (fate instanceof Error) {
          this.#tell('refused', fate.message)
          return
        }
        if (fate === 'later') {
          this.#tell('offline')
          await this.#pause.wait(millis)
          millis = Math.min(LONGEST_WAIT_MILLIS, millis * 2)
        } else {
          this.#memory.drop(next.trial)
          millis = FIRST_WAIT_MILLIS
        }
      }
      this.#tell('none')
    } finally {
      this.#busy = false
    }
  }

  async #try(answer: Answer): Promise<'settled' | 'later' | Error> {
    try {
      await this.#send(answer)
      return 'settled'
    } catch (problem) {
      if (problem instanceof Refused && problem.status === CONFLICT) {
        // Answered before, perhaps in another window: the first answer stands.
        return 'settled'
      }
      return problem instanceof Unreachable ? 'later' : problem instanceof Error ? problem : new Error(String(problem))
    }
  }

  #tell(trouble: OutboxState['trouble'], reason = ''): void {
    this.#changed({ waiting: this.#memory.answers().length, trouble, reason })
  }
}

/** A pause by the clock. */
export function timedPause(): Pause {
  let end = (): void => {}
  return {
    wait: millis =>
      new Promise(resolve => {
        const timer = setTimeout(resolve, millis)
        end = () => {
          clearTimeout(timer)
          resolve()
        }
      }),
    wake: () => end(),
  }
}
