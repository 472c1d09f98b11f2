import adapter from '@sveltejs/adapter-node'
import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig } from 'vite'

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
})
