import adapter from '@sveltejs/adapter-node'
import { sveltekit } from '@sveltejs/kit/vite'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig, type Plugin } from 'vite'

const withoutStyles: Plugin = {
  name: 'without-styles',
  enforce: 'pre',
  load: (id) => (/[?&]type=style/.test(id) ? '' : undefined),
}

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter({ out: 'build', precompress: true }),
      // Our own check stands in hooks.server.ts: the library's also refuses other software that posts without a body.
      csrf: { trustedOrigins: ['*'] },
      // No third party anywhere; styles may be inline because pictures carry their geometry as attributes.
      csp: {
        mode: 'auto',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self', 'unsafe-inline'],
          'img-src': ['self', 'data:'],
          'font-src': ['self'],
          'connect-src': ['self'],
          'object-src': ['none'],
          'base-uri': ['none'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
        },
      },
      // A page carries its own styles: eight small files would each keep a slow line waiting before the first word.
      inlineStyleThreshold: 60_000,
    }),
  ],
  // The planner's own script is made of components too; their styles came with the page.
  worker: { plugins: () => [withoutStyles, svelte({ configFile: false })] },
})
