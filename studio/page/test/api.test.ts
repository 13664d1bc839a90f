import { describe, expect, it } from 'vitest'
import { clipAddress, httpApi, Refused, Unreachable } from '../src/api'

function replying(status: number, body: string | null) {
  const calls: { address: string; body: unknown }[] = []
  const fetcher = ((address: string, init?: RequestInit) => {
    calls.push({ address, body: init?.body === undefined ? undefined : JSON.parse(String(init.body)) })
    return Promise.resolve(new Response(body, { status }))
  }) as typeof fetch
  return { api: httpApi(fetcher), calls }
}

describe('the client', () => {
  it('asks below the address of the page only', async () => {
    const { api, calls } = replying(200, '{"listener":"x","trials":[]}')
    await api.begin({ years: 2, plays: false, level: 3 }, 'en')
    await api.resume('a/b')
    expect(calls).toEqual([
      { address: './api/listeners', body: { years: 2, plays: false, level: 3, language: 'en' } },
      { address: './api/listeners/a%2Fb', body: undefined },
    ])
    expect(clipAddress('k')).toBe('./clips/k.wav')
  })

  it('takes an empty reply for done', async () => {
    await expect(replying(204, null).api.answer('x', { trial: 1, choice: 'left', heardSeconds: 3 })).resolves.toBeUndefined()
  })

  it.each([500, 503, 429, 408])('may try again after %i', async status => {
    await expect(replying(status, '{}').api.study()).rejects.toBeInstanceOf(Unreachable)
  })

  it('says what the server says when it refuses', async () => {
    const refused = replying(409, '{"code":"STUDY_FULL","cause":"It is full.","remedy":"Thank you."}').api.study()
    await expect(refused).rejects.toEqual(new Refused(409, 'STUDY_FULL', 'It is full. Thank you.'))
  })

  it('takes a foreign page in the place of the server for a lost connection', async () => {
    await expect(replying(200, '<html>Sign in</html>').api.study()).rejects.toBeInstanceOf(Unreachable)
  })
})
