import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'

// The page lies below a token that only the server knows, so all its addresses are relative. Its policy (CSP) allows neither
// inline scripts and styles nor data addresses but for pictures.
export default defineConfig({
  base: './',
  plugins: [svelte({ configFile: false })],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    emptyOutDir: true,
    // What is bundled (Svelte's runtime) may be passed on with its licence beside it.
    license: { fileName: 'licences.txt' },
  },
})
