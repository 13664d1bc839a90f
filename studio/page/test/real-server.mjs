// Starts the server of a study as a process of its own, as `browser-test` has built it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

const PATIENCE_MILLIS = 120_000
const running = new Set()

/** Ends all that still run. */
export function killAll() {
  running.forEach(server => server.kill('SIGKILL'))
}

/** Serves the study in a folder. `lines` holds what the server said after its address. */
export async function realServer(folder, port = 0) {
  const options = ['--enable-native-access=ALL-UNNAMED', '-XX:TieredStopAtLevel=1', '-cp', process.env.CADENZA_CLASSPATH]
  const server = spawn(process.env.CADENZA_JAVA, [...options, 'dev.cadenza.studio.PageStudy', folder, String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.add(server)
  server.once('exit', () => running.delete(server))
  const lines = []
  const url = await new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('the server did not start in time')), PATIENCE_MILLIS).unref()
    server.once('exit', code => reject(new Error(`the server ended with ${code}`)))
    createInterface({ input: server.stdout }).on('line', line => (line.startsWith('http') ? resolve(line) : lines.push(line)))
  })
  return {
    url,
    lines,
    port: Number(new URL(url).port),
    /** Ends it as a power cut would. */
    async kill() {
      if (server.exitCode === null && server.signalCode === null) {
        server.kill('SIGKILL')
        await once(server, 'exit')
      }
    },
  }
}
