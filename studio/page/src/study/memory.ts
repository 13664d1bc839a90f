import type { Answer } from '../api'

/** What is needed of the browser's storage. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key'> & { readonly length: number }

/**
 * What this device remembers of a study: who listens, in which language, and answers that have not arrived yet. Each answer has a
 * place of its own, so that two windows cannot overwrite each other's.
 */
export class Memory {
  readonly #shelf: Shelf
  readonly #scope: string

  /** @param scope names the study, so that two studies on one server stay apart */
  constructor(shelf: Shelf, scope: string) {
    this.#shelf = shelf
    this.#scope = `cadenza ${scope} `
  }

  get listener(): string | undefined {
    return this.#shelf.getItem(`${this.#scope}listener`) ?? undefined
  }

  set listener(id: string) {
    this.#shelf.setItem(`${this.#scope}listener`, id)
  }

  get language(): string | undefined {
    return this.#shelf.getItem(`${this.#scope}language`) ?? undefined
  }

  set language(code: string) {
    this.#shelf.setItem(`${this.#scope}language`, code)
  }

  /** Answers that wait, in the order of their trials. */
  answers(): Answer[] {
    return this.#answerKeys()
      .map(key => read(this.#shelf.getItem(key)))
      .filter(answer => answer !== undefined)
      .sort((one, other) => one.trial - other.trial)
  }

  /** Keeps an answer; the first to a trial stands. */
  keep(answer: Answer): void {
    const key = this.#answerKey(answer.trial)
    if (this.#shelf.getItem(key) === null) {
      this.#shelf.setItem(key, JSON.stringify(answer))
    }
  }

  drop(trial: number): void {
    this.#shelf.removeItem(this.#answerKey(trial))
  }

  /** Forgets who listens and what waits, not the language. */
  forget(): void {
    this.#answerKeys().forEach(key => this.#shelf.removeItem(key))
    this.#shelf.removeItem(`${this.#scope}listener`)
  }

  #answerKey(trial: number): string {
    return `${this.#scope}answer ${trial}`
  }

  #answerKeys(): string[] {
    return Array.from({ length: this.#shelf.length }, (_, i) => this.#shelf.key(i) ?? '').filter(key => key.startsWith(`${this.#scope}answer `))
  }
}

function read(text: string | null): Answer | undefined {
  try {
    const answer = JSON.parse(text ?? '') as Answer
    return Number.isInteger(answer.trial) ? answer : undefined
  } catch {
    return undefined
  }
}

/** The browser's storage; where it is switched off or full, one that lasts as long as the page is open. */
export function browserShelf(): Shelf {
  try {
    const probe = 'cadenza probe'
    localStorage.setItem(probe, probe)
    localStorage.removeItem(probe)
    return localStorage
  } catch {
    return passingShelf()
  }
}

/** Remembers until the page is closed. */
export function passingShelf(): Shelf {
  const values = new Map<string, string>()
  return {
    getItem: key => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: key => void values.delete(key),
    key: index => [...values.keys()][index] ?? null,
    get length() {
      return values.size
    },
  }
}
