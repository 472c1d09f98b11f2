import { createTransport, type Transporter } from 'nodemailer'

export type Mail = {
  from: { name: string; address: string }
  to: string
  subject: string
  text: string
  html: string
  /** Kept when the same letter is sent again, so that mailboxes can tell a repetition. */
  messageId: string
  calendar: { method: 'REQUEST' | 'CANCEL'; fileName: string; content: string } | undefined
}

const transports = new Map<string, Transporter>()

/** Hands a letter to the SMTP server; throws when it is not accepted, and then nothing was sent. */
export async function sendMail(smtpUrl: string, mail: Mail): Promise<void> {
  let transport = transports.get(smtpUrl)
  if (!transport) {
    transport = createTransport({
      url: smtpUrl,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
    })
    transports.set(smtpUrl, transport)
  }
  const { calendar } = mail
  await transport.sendMail({
    from: mail.from,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: `<${mail.messageId}@${mail.from.address.split('@')[1] ?? 'pointille'}>`,
    ...(calendar && {
      icalEvent: { method: calendar.method, filename: calendar.fileName, content: calendar.content },
    }),
    // Neither a file nor an address may be read because a text looks like one.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}
