import { en, type Messages } from './en'
import { zh } from './zh'

export const dictionaries: Readonly<Record<string, Messages>> = { en, zh }

/** The dictionary for a code such as `zh-CN`; none where the page does not speak it. */
export function dictionaryOf(code: string): string | undefined {
  const base = code.toLowerCase().split('-')[0] ?? ''
  return base in dictionaries ? base : undefined
}

/** Those of a study's languages that the page speaks; never none. */
export function spoken(codes: readonly string[]): string[] {
  const known = codes.filter(code => dictionaryOf(code) !== undefined)
  return known.length > 0 ? known : codes.slice(0, 1)
}

/**
 * The language to begin with, one of those offered.
 *
 * @param wishes of the reader, the dearest first
 */
export function preferred(offered: readonly string[], wishes: readonly string[]): string {
  for (const wish of wishes) {
    const found = offered.find(code => code === wish) ?? offered.find(code => dictionaryOf(code) === dictionaryOf(wish))
    if (found !== undefined && dictionaryOf(wish) !== undefined) {
      return found
    }
  }
  return offered[0] ?? 'en'
}
