import { render } from '@react-email/render'
import { MAILS, type MailData, type MailTemplate } from './catalogue.ts'
import { Medium } from './kit.tsx'
import { Layout, type Secretariat } from './layout.tsx'

const TEXT_OPTIONS = { selectors: [{ selector: 'h1', options: { uppercase: false, leadingLineBreaks: 2 } }] }

export type RenderedMail = { subject: string; html: string; text: string; replyTo?: string }

/**
 * Renders one e-mail of the outbox. The HTML refers to the mark by `cid:`; the transport joins it.
 * @param data what the row stores
 * @param links addresses for the names in `MAILS[template].links`; their tokens are rebuilt for this call alone
 * @param site `publicUrl` is the site's origin; `secretariat` signs, and has the answers that go to nobody else
 * @throws Error when a link of the template is missing, or leads elsewhere than to the site
 */
export async function renderMail<Template extends MailTemplate>(
  template: Template,
  data: MailData[Template],
  links: Readonly<Record<string, string>>,
  { publicUrl, secretariat = null }: { publicUrl: string; secretariat?: Secretariat | null },
): Promise<RenderedMail> {
  const mail = MAILS[template]
  const { origin } = new URL(publicUrl)
  for (const name of mail.links) {
    const address = links[name]
    if (address === undefined) throw new Error(`${template}: the link “${name}” was not given`)
    if (!URL.canParse(address) || new URL(address).origin !== origin)
      throw new Error(`${template}: the link “${name}” does not lead to the site`)
  }
  const write = (medium: 'html' | 'text') => (
    <Medium value={medium}>
      <Layout
        heading={mail.heading(data)}
        summary={mail.summary(data)}
        audience={mail.audience}
        publicUrl={publicUrl}
        secretariat={secretariat}
      >
        {mail.body(data, links)}
      </Layout>
    </Medium>
  )
  const [html, text] = await Promise.all([
    render(write('html')),
    render(write('text'), { plainText: true, htmlToTextOptions: TEXT_OPTIONS }),
  ])
  const replyTo = mail.replyTo?.(data) ?? secretariat?.email
  return {
    subject: mail.subject(data),
    html,
    text: `${text.trim()}\n`,
    ...(replyTo === undefined ? {} : { replyTo }),
  }
}
