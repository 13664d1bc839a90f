import { Refused, type About, type Answer, type Api, type StudyInfo, type Trial } from '../api'
import type { Memory } from './memory'
import { Outbox, type OutboxState, type Pause } from './outbox'
import { nextTrial, progress, type Progress } from './session'

export type Screen = 'loading' | 'welcome' | 'about' | 'sound' | 'back' | 'trial' | 'done'

/** What stands above the screen: nothing, or what went wrong before the first trial. */
export type Notice = 'none' | 'unreachable' | 'unknown-listener' | 'refused'

const NOBODY: About = { years: 0, plays: false, level: 1 }
const FIRST_WAIT_MILLIS = 1_000
const LONGEST_WAIT_MILLIS = 15_000

/** Where a listener is in the study, and what may happen next. */
export class Flow {
  screen = $state<Screen>('loading')
  notice = $state<Notice>('none')
  /** The server's own words, where it refused to begin. */
  reason = $state('')
  info = $state.raw<StudyInfo>({ title: 'Cadenza', languages: [], trials: 0, minutes: 0 })
  trials = $state.raw<readonly Trial[]>([])
  answered = $state.raw<ReadonlySet<number>>(new Set())
  outbox = $state.raw<OutboxState>({ waiting: 0, trouble: 'none', reason: '' })

  readonly #api: Api
  readonly #memory: Memory
  readonly #pause: Pause
  readonly #box: Outbox
  #about = NOBODY

  /** @param pause of which there is one for loading, and one for the answers */
  constructor(api: Api, memory: Memory, pause: () => Pause) {
    this.#api = api
    this.#memory = memory
    this.#pause = pause()
    this.#box = new Outbox(memory, answer => api.answer(memory.listener ?? '', answer), pause(), state => {
      this.outbox = state
    })
  }

  get trial(): Trial | undefined {
    return nextTrial(this.trials, this.answered)
  }

  get progress(): Progress {
    return progress(this.trials, this.answered, this.info.minutes)
  }

  /** Asks the server for the study until it answers, and finds out whether this listener has been here before. */
  async load(): Promise<void> {
    for (let millis = FIRST_WAIT_MILLIS; ; millis = Math.min(LONGEST_WAIT_MILLIS, millis * 2)) {
      try {
        this.info = await this.#api.study()
        await this.#resume()
        return
      } catch (problem) {
        this.#say(problem)
        await this.#pause.wait(millis)
      }
    }
  }

  async #resume(): Promise<void> {
    const listener = this.#memory.listener
    this.notice = 'none'
    if (listener === undefined) {
      this.screen = 'welcome'
      return
    }
    try {
      const session = await this.#api.resume(listener)
      this.trials = session.trials
      this.answered = new Set([...session.answered, ...this.#memory.answers().map(answer => answer.trial)])
      this.screen = this.trial === undefined ? 'done' : this.answered.size === 0 ? 'sound' : 'back'
      void this.#box.flush()
    } catch (problem) {
      if (!(problem instanceof Refused)) {
        throw problem
      }
      this.#memory.forget()
      this.notice = 'unknown-listener'
      this.screen = 'welcome'
    }
  }

  /** The listener agrees to take part. */
  agree(): void {
    this.notice = 'none'
    this.screen = 'about'
  }

  describe(about: About): void {
    this.#about = about
    this.screen = 'sound'
  }

  /** The sound works: the trials may begin. */
  async begin(language: string): Promise<void> {
    if (this.#memory.listener === undefined) {
      try {
        const begun = await this.#api.begin(this.#about, language)
        this.#memory.listener = begun.listener
        this.trials = begun.trials
        this.answered = new Set()
      } catch (problem) {
        this.#say(problem)
        return
      }
    }
    this.goOn()
  }

  goOn(): void {
    this.notice = 'none'
    this.screen = this.trial === undefined ? 'done' : 'trial'
  }

  answer(answer: Answer): void {
    this.answered = new Set([...this.answered, answer.trial])
    void this.#box.put(answer)
    this.goOn()
  }

  /** The connection may be back, or somebody is impatient. */
  retry(): void {
    this.#pause.wake()
    void this.#box.flush()
  }

  /** Somebody else sits down at this device. */
  startAnew(): void {
    if (this.outbox.waiting > 0) {
      return
    }
    this.#memory.forget()
    this.trials = []
    this.answered = new Set()
    this.screen = 'welcome'
  }

  #say(problem: unknown): void {
    this.notice = problem instanceof Refused ? 'refused' : 'unreachable'
    this.reason = problem instanceof Refused ? problem.message : ''
  }
}
