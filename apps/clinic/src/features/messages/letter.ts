import type { Language } from '#platform/languages/languages.ts'

/** A letter before it goes out: one paragraph an entry, the same words as text and as HTML. */
export type Letter = { subject: string; paragraphs: readonly (string | Link)[] }

/** A paragraph that is a link: what it does, and where. */
export type Link = { label: string; href: string }

export function letterText({ paragraphs }: Letter): string {
  return paragraphs
    .map((part) => (typeof part === 'string' ? part : `${part.label}\n${part.href}`))
    .join('\n\n')
    .concat('\n')
}

/** A small page of its own, readable with styles off; nothing in it is fetched from anywhere. */
export function letterHtml({ subject, paragraphs }: Letter, language: Language): string {
  const body = paragraphs.map((part) =>
    typeof part === 'string'
      ? `<p>${escapeHtml(part).replaceAll('\n', '<br>')}</p>`
      : `<p><a href="${escapeHtml(part.href)}">${escapeHtml(part.label)}</a></p>`,
  )
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="font-family: sans-serif; font-size: 18px; line-height: 1.5; max-width: 36em">
${body.join('\n')}
</body>
</html>
`
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
