// What the server of a study understands. All addresses are relative: the page lies at /t/TOKEN/, and so does everything else.

export type Choice = 'left' | 'right'
export type Question = 'composed_by_a_person' | 'prefer'
export type Scale = 'structure' | 'harmony' | 'melody' | 'rhythm' | 'expression'

export interface StudyInfo {
  readonly title: string
  readonly languages: readonly string[]
  readonly trials: number
  readonly minutes: number
}

export interface PairTrial {
  readonly id: number
  readonly kind: 'pair'
  readonly question: Question
  readonly left: string
  readonly right: string
}

export interface CheckTrial {
  readonly id: number
  readonly kind: 'check'
  readonly instruction: 'scrambled'
  readonly left: string
  readonly right: string
}

export interface RatingTrial {
  readonly id: number
  readonly kind: 'rating'
  readonly clip: string
  readonly scales: readonly Scale[]
}

export type Trial = PairTrial | CheckTrial | RatingTrial

/** What a listener says about themselves. Years 0..80, level 1..5. */
export interface About {
  readonly years: number
  readonly plays: boolean
  readonly level: number
}

export interface Begun {
  readonly listener: string
  readonly trials: readonly Trial[]
}

export interface Resumed {
  readonly trials: readonly Trial[]
  /** Ids of the trials that the server has answers to. */
  readonly answered: readonly number[]
}

/** Has a choice, or ratings from 1 to 7. */
export type Answer = { readonly trial: number; readonly heardSeconds: number } & (
  | { readonly choice: Choice }
  | { readonly ratings: Readonly<Partial<Record<Scale, number>>> }
)

export interface Api {
  study(): Promise<StudyInfo>
  begin(about: About, language: string): Promise<Begun>
  resume(listener: string): Promise<Resumed>
  answer(listener: string, answer: Answer): Promise<void>
}

/** Nobody answered, or not in time, or the server is busy or broken at the moment: the same may work later. */
export class Unreachable extends Error {}

/** The server will not do this, however often it is asked. */
export class Refused extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, sentence: string) {
    super(sentence)
    this.status = status
    this.code = code
  }
}

const PATIENCE_MILLIS = 20_000

export function clipAddress(key: string): string {
  return `./clips/${encodeURIComponent(key)}.wav`
}

export function httpApi(fetcher: typeof fetch = (input, init) => fetch(input, init)): Api {
  async function call(path: string, body?: unknown): Promise<unknown> {
    let response: Response
    let text: string
    try {
      response = await fetcher(`./api/${path}`, {
        ...(body === undefined ? {} : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(PATIENCE_MILLIS),
      })
      text = await response.text()
    } catch (problem) {
      throw new Unreachable(String(problem))
    }
    if (response.status >= 500 || response.status === 429 || response.status === 408) {
      throw new Unreachable(`HTTP ${response.status}`)
    }
    const value = parse(text)
    if (!response.ok) {
      const fault = (typeof value === 'object' && value !== null ? value : {}) as { code?: string; cause?: string; remedy?: string }
      throw new Refused(response.status, fault.code ?? '', [fault.cause, fault.remedy].filter(Boolean).join(' '))
    }
    return value
  }
  const named = (listener: string) => `listeners/${encodeURIComponent(listener)}`
  return {
    study: () => call('study') as Promise<StudyInfo>,
    begin: (about, language) => call('listeners', { ...about, language }) as Promise<Begun>,
    resume: listener => call(named(listener)) as Promise<Resumed>,
    answer: async (listener, answer) => {
      await call(`${named(listener)}/answers`, answer)
    },
  }
}

function parse(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    // Some other program answered in the place of the server, such as the sign-in page of a network.
    throw new Unreachable('the reply is not JSON')
  }
}
