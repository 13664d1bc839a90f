// Plays the server of a study, for working on the page without Java: `node test/mock-server.mjs [port]` serves what `npm run build`
// made. It knows the same addresses and sends the same headers, keeps answers in memory, and its clips are tones.
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

const TYPES = { '.html': 'text/html;charset=utf-8', '.js': 'text/javascript;charset=utf-8', '.css': 'text/css;charset=utf-8', '.svg': 'image/svg+xml' }
const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
}
const SCALES = ['structure', 'harmony', 'melody', 'rhythm', 'expression']

function trials() {
  const key = () => randomBytes(10).toString('hex').slice(0, 16)
  const pair = question => ({ kind: 'pair', question, left: key(), right: key() })
  return [
    pair('composed_by_a_person'),
    { kind: 'rating', clip: key(), scales: SCALES },
    { kind: 'check', instruction: 'scrambled', left: key(), right: key() },
    pair('prefer'),
  ].map((trial, i) => ({ id: i + 1, ...trial }))
}

/** Eight seconds of a quiet chord, mono, 16 bits. */
function tone(name) {
  const rate = 8000
  const length = 8 * rate
  const wav = Buffer.alloc(44 + 2 * length)
  wav.write('RIFF', 0)
  wav.writeUInt32LE(36 + 2 * length, 4)
  wav.write('WAVEfmt ', 8)
  wav.writeUInt32LE(16, 16)
  wav.writeUInt16LE(1, 20)
  wav.writeUInt16LE(1, 22)
  wav.writeUInt32LE(rate, 24)
  wav.writeUInt32LE(2 * rate, 28)
  wav.writeUInt16LE(2, 32)
  wav.writeUInt16LE(16, 34)
  wav.write('data', 36)
  wav.writeUInt32LE(2 * length, 40)
  const root = 200 + (name.charCodeAt(0) % 12) * 15
  for (let i = 0; i < length; i++) {
    const turn = (2 * Math.PI * root * i) / rate
    wav.writeInt16LE(Math.round(1500 * (Math.sin(turn) + Math.sin(1.25 * turn) + Math.sin(1.5 * turn))), 44 + 2 * i)
  }
  return wav
}

/** Starts it; `listeners` holds what has come in. */
export function mockServer(page, port = 0) {
  const token = randomBytes(16).toString('base64url')
  const listeners = new Map()

  function reply(response, status, type, body, more = {}) {
    response.writeHead(status, { ...HEADERS, ...(body.length > 0 ? { 'Content-Type': type } : {}), ...more }).end(body)
  }
  const json = (response, status, value) => reply(response, status, 'application/json;charset=utf-8', JSON.stringify(value))
  const fault = (response, status, code, cause, remedy) => json(response, status, { code, cause, remedy })
  const missing = response => fault(response, 404, 'NOT_FOUND', 'There is nothing here.', 'Check the address.')

  function clip(request, response, key) {
    const wav = tone(key)
    const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '')
    if (range === null) {
      return reply(response, 200, 'audio/wav', wav, { 'Accept-Ranges': 'bytes' })
    }
    const first = Number(range[1])
    const last = range[2] === '' ? wav.length - 1 : Math.min(wav.length - 1, Number(range[2]))
    const part = { 'Accept-Ranges': 'bytes', 'Content-Range': `bytes ${first}-${last}/${wav.length}` }
    return reply(response, 206, 'audio/wav', wav.subarray(first, last + 1), part)
  }

  function answer(response, listener, sent) {
    const kept = listener.answers.get(sent.trial)
    if (kept !== undefined && kept !== JSON.stringify(sent)) {
      return fault(response, 409, 'ANSWERED_BEFORE', 'This question was answered otherwise before.', 'Go on with the next question.')
    }
    listener.answers.set(sent.trial, JSON.stringify(sent))
    return reply(response, 204, '', '')
  }

  function handle(request, response, path, body) {
    const named = /^api\/listeners\/([\w-]+)(\/answers)?$/.exec(path)
    const listener = named === null ? undefined : listeners.get(named[1])
    if (path === 'api/study') {
      return json(response, 200, { title: 'Chorales, old and new', languages: ['en', 'zh-CN'], trials: trials().length, minutes: 4 })
    }
    if (path === 'api/listeners' && request.method === 'POST') {
      const id = randomBytes(16).toString('base64url')
      listeners.set(id, { about: JSON.parse(body), trials: trials(), answers: new Map() })
      return json(response, 200, { listener: id, trials: listeners.get(id).trials })
    }
    if (named !== null) {
      if (listener === undefined) {
        return fault(response, 404, 'NO_LISTENER', 'Nobody of this name takes part.', 'Begin anew from the first page.')
      }
      return named[2] === undefined
        ? json(response, 200, { trials: listener.trials, answered: [...listener.answers.keys()] })
        : answer(response, listener, JSON.parse(body))
    }
    const wav = /^clips\/([0-9a-z]+)\.wav$/.exec(path)
    return wav === null ? file(response, path === '' ? 'index.html' : path) : clip(request, response, wav[1])
  }

  function file(response, name) {
    try {
      return reply(response, 200, TYPES[extname(name)] ?? 'application/octet-stream', readFileSync(join(page, normalize(`/${name}`))))
    } catch {
      return missing(response)
    }
  }

  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname
    let body = ''
    request.on('data', chunk => (body += chunk))
    request.on('end', () =>
      path.startsWith(`/t/${token}/`) ? handle(request, response, path.slice(token.length + 4), body) : missing(response),
    )
  })
  return new Promise(resolve =>
    server.listen(port, '127.0.0.1', () => resolve({ url: `http://127.0.0.1:${server.address().port}/t/${token}/`, listeners, close: () => server.close() })),
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const page = fileURLToPath(new URL('../dist', import.meta.url))
  console.log((await mockServer(page, Number(process.argv[2] ?? 0))).url)
}
