import { expect, test } from 'vitest'
import { letterHtml, letterText } from './letter.ts'

const letter = {
  subject: 'Votre rendez-vous',
  paragraphs: [
    'Bonjour <b>"Léa" & co</b>,',
    'Une ligne\nune autre',
    { label: 'Changer', href: 'https://x.example/?a=1&b="2"' },
  ],
}

test('text and HTML say the same paragraphs in the same order', () => {
  expect(letterText(letter)).toBe(
    'Bonjour <b>"Léa" & co</b>,\n\nUne ligne\nune autre\n\nChanger\nhttps://x.example/?a=1&b="2"\n',
  )
  const html = letterHtml(letter, 'fr')
  expect(html).toContain('<html lang="fr">')
  expect(html).toContain('<p>Une ligne<br>une autre</p>')
})

test('a name cannot write HTML, and nothing is fetched from anywhere', () => {
  const html = letterHtml(letter, 'fr')
  expect(html).toContain('<p>Bonjour &lt;b&gt;&quot;Léa&quot; &amp; co&lt;/b&gt;,</p>')
  expect(html).toContain('href="https://x.example/?a=1&amp;b=&quot;2&quot;"')
  expect(html).not.toMatch(/<(img|link|script|style)|src=/)
})
