/** Makes `generated/tokens.css` from `tokens.json`. Run: node apps/clinic/src/ui/generate-tokens.ts */
import { readFileSync, writeFileSync } from 'node:fs'

type Tokens = {
  readonly color: { readonly light: Record<string, string>; readonly dark: Record<string, string> }
  readonly type: {
    readonly family: Record<'text' | 'display' | 'mono', string>
    readonly px: Record<string, number>
  }
  readonly space: readonly number[]
}

const variables = (values: Record<string, string>) =>
  Object.entries(values)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';')

/** Lengths in rem, so that a reader's own text size moves the whole page. */
const rem = (px: number) => `${px / 16}rem`

/**
 * Colours by the system's setting, or by `data-theme` on the root element when a person has chosen.
 * Sizes: `--t-h2` (type), `--s-24` (space), both named by the token file.
 */
export const tokensCss = ({ color, type, space }: Tokens): string => {
  const sizes = Object.entries(type.px).map(([name, px]) => [`t-${name}`, rem(px)] as const)
  const spaces = space.map((px) => [`s-${px}`, rem(px)] as const)
  const families = {
    text: `"${type.family.text}","Text Fallback",system-ui,sans-serif`,
    display: `"${type.family.display}","Display Fallback",system-ui,sans-serif`,
    mono: `"${type.family.mono}",ui-monospace,monospace`,
  }
  const light = variables({ ...color.light, ...families, ...Object.fromEntries([...sizes, ...spaces]) })
  const dark = variables(color.dark)
  return [
    '/* Made by ui/generate-tokens.ts from ui/tokens.json. Do not edit. */',
    `:root{color-scheme:light;${light}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;${dark}}}`,
    `[data-theme=dark]{color-scheme:dark;${dark}}`,
    '',
  ].join('\n')
}

export const readTokens = (): Tokens => JSON.parse(readFileSync(new URL('tokens.json', import.meta.url), 'utf8'))

if (import.meta.main) writeFileSync(new URL('generated/tokens.css', import.meta.url), tokensCss(readTokens()))
