import { describe, expect, it } from 'vitest'
import { dictionaries, dictionaryOf, preferred, spoken } from '../src/i18n/languages'

/** The places of all words, with what kind each is: `welcome.length()` for one that is made of numbers. */
function places(value: unknown, at = ''): string[] {
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) => places(inner, at === '' ? key : `${at}.${key}`))
  }
  return [typeof value === 'function' ? `${at}(${value.length})` : at]
}

function texts(value: unknown): string[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : typeof value === 'string' ? [value] : []
}

describe('the languages', () => {
  it.each(Object.keys(dictionaries))('%s has every word, and none is empty', code => {
    expect(places(dictionaries[code]).sort()).toEqual(places(dictionaries.en).sort())
    expect(texts(dictionaries[code]).filter(text => text.trim() === '')).toEqual([])
  })

  it('leaves nothing in English in Chinese', () => {
    expect(texts(dictionaries.zh).filter(text => !/\p{Script=Han}/u.test(text))).toEqual([])
  })

  it('counts one thing as one', () => {
    expect(dictionaries.en?.progress(7, 24, 6)).toBe('7 of 24, about 6 minutes left')
    expect(dictionaries.en?.progress(24, 24, 1)).toBe('24 of 24, about 1 minute left')
  })

  it('offers what the study has and the page speaks', () => {
    expect(spoken(['en', 'tlh', 'zh-Hans'])).toEqual(['en', 'zh-Hans'])
    expect(spoken(['tlh'])).toEqual(['tlh'])
    expect(dictionaryOf('zh-CN')).toBe('zh')
  })

  it('begins with what the reader would like best', () => {
    expect(preferred(['en', 'zh-CN'], ['de-DE', 'zh-TW', 'en'])).toBe('zh-CN')
    expect(preferred(['en', 'zh-CN'], ['de'])).toBe('en')
    expect(preferred(['zh'], ['en-GB'])).toBe('zh')
  })
})
