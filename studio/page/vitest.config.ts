import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [svelte({ configFile: false })],
  test: { include: ['test/*.test.ts'], pool: 'threads', maxWorkers: 1, isolate: false },
})
