import { en, type Messages } from './en'
import { dictionaryOf, dictionaries, preferred } from './languages'

export { preferred }

/** The language that the page is read in at the moment. */
class Language {
  #code = $state('en')

  get code(): string {
    return this.#code
  }

  set code(code: string) {
    this.#code = code
    document.documentElement.lang = code
  }

  get words(): Messages {
    return dictionaries[dictionaryOf(this.#code) ?? 'en'] ?? en
  }
}

export const language = new Language()
