import { NOTICES, OCCASIONS } from '../adhesion/notices.ts'
import { OFFICE_DEPARTURES } from '../governance/notices.ts'
import { MAIL_TEMPLATES, MAILS, type MailTemplate } from '../mail/catalogue.ts'
import type { Departure } from '../mail/preview-pages.tsx'
import { PREVIEWS } from '../mail/previews.ts'
import { isFactType, officeSentence } from '../record/facts.ts'

type Row = Departure & { template: MailTemplate; sample?: Readonly<Record<string, unknown>> }

const OF_APPLICATIONS: readonly Row[] = Object.entries(NOTICES).flatMap(([on, notices]) =>
  notices.map(({ template, to, only, sample }) => ({
    template,
    when: `${occasion(on)}${only ? `, ${only}` : ''}.`,
    to,
    sample,
  })),
)

/** When e-mails of a template leave and to whom, in French, as the two tables of e-mails say. */
export const departuresOf = (template: MailTemplate): readonly Row[] =>
  [...OF_APPLICATIONS, ...OFFICE_DEPARTURES].filter((each) => each.template === template)

function occasion(on: string): string {
  const sentence = isFactType(on) ? officeSentence({ type: on }) : new Map(Object.entries(OCCASIONS)).get(on)
  return (sentence ?? on).replace(/\.$/, '')
}

/** The page of documentation on e-mails: which leave, when, to whom, and what they say. */
export function mailsInMarkdown(): string {
  const rows = MAIL_TEMPLATES.flatMap((template) =>
    departuresOf(template).map(
      ({ when, to, sample }) =>
        `| ${MAILS[template].label} | ${when} | ${to} | ${summaryOf(template, sample)} | \`${template}\` |`,
    ),
  )
  return [
    '# Les courriels',
    '',
    'Ce que la plateforme envoie, quand et à qui. Un courriel est écrit dans la même transaction que le fait qu’il',
    'annonce\u00a0: il part après, ou pas du tout. Les aperçus se lisent à l’adresse `/dev/courriels`, hors production.',
    '',
    'This page is made by `npm run generate` from the templates and the two tables of e-mails: `src/adhesion/notices.ts` for',
    'applications, `src/governance/notices.ts` for everything else.',
    '',
    '| Courriel | Quand | À qui | Ce qu’il dit, par exemple | Modèle |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}

const summaryOf = <Template extends MailTemplate>(template: Template, sample: Row['sample']): string =>
  MAILS[template].summary({ ...PREVIEWS[template], ...sample })
