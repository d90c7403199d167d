import { NOTICES } from '../adhesion/notices.ts'
import type { Occasions } from '../adhesion/notice.ts'
import { MAIL_TEMPLATES, MAILS, type MailTemplate } from '../mail/catalogue.ts'
import type { Departure } from '../mail/preview-pages.tsx'
import { PREVIEWS } from '../mail/previews.ts'
import { isFactType, officeSentence } from '../record/facts.ts'

const OCCASIONS: Record<keyof Occasions, string> = {
  'follow-up-asked': 'Lien de suivi demandé, une fois par heure au plus.',
  'round-half-time': 'Scrutin à mi-parcours.',
  'round-last-day': 'Dernier jour du scrutin.',
}

const HOLDERS = 'toutes les personnes qui ont un mandat dans l’instance, et la personne concernée'
const HOLDER = 'la personne qui a ce compte'

/** When the e-mails leave that are about no application: each is owed in one place of the code. */
const OTHERS: Partial<Record<MailTemplate, Departure>> = {
  'mandate-changed': { when: 'Mandat saisi, confirmé, modifié ou terminé, ou un tel changement proposé.', to: HOLDERS },
  'body-rule-changed': {
    when: 'Règle de décision d’une instance proposée, puis confirmée.',
    to: 'toutes les personnes qui ont un mandat dans l’instance',
  },
  'account-linked': {
    when: 'Compte de l’équipe rattaché à une personne, ou détaché d’elle\u00a0: proposé, puis confirmé.',
    to: 'toutes les personnes qui siègent dans les mêmes instances',
  },
  'account-changed': {
    when: 'Rôles, adresse ou nom d’un compte changés, ou compte suspendu\u00a0: proposé, puis confirmé ou abandonné.',
    to: 'tous les membres du secrétariat, la présidence, la personne concernée et l’adresse quittée',
  },
  'email-proof': {
    when: 'Nouvelle adresse d’un compte confirmée par une seconde personne.',
    to: 'la nouvelle adresse',
  },
  'publication-waits': {
    when: 'Contenu d’une publication soumis, s’il lui manque une approbation ou un avis.',
    to: 'les personnes qui peuvent les donner',
  },
  'staff-invitation': { when: 'Compte créé, ou invitation renvoyée.', to: HOLDER },
  'password-reset': { when: 'Mot de passe oublié.', to: HOLDER },
  'password-changed': { when: 'Mot de passe changé.', to: HOLDER },
  'new-device': {
    when: 'Connexion depuis un appareil jamais vu avec ce compte, une fois par jour au plus.',
    to: HOLDER,
  },
  'sign-in-failures': { when: 'Échecs répétés de connexion, une fois par jour au plus.', to: HOLDER },
  'sign-in-code': { when: 'Code de connexion demandé.', to: HOLDER },
  'visitor-message': { when: 'Message écrit par le formulaire de contact.', to: 'le secrétariat' },
}

/** When each e-mail leaves and to whom, in French: those about applications as `src/adhesion/notices.ts` says. */
export function departuresOf(template: MailTemplate): Departure[] {
  const ofApplications = Object.entries(NOTICES).flatMap(([on, notices]) =>
    notices
      .filter((each) => each.template === template)
      .map(({ to, only }): Departure => ({ when: `${sentence(on)}${only ? `, ${only}` : ''}.`, to })),
  )
  const other = OTHERS[template]
  return other ? [...ofApplications, other] : ofApplications
}

function sentence(on: string): string {
  const occasion = Object.entries(OCCASIONS).find(([name]) => name === on)?.[1]
  return (isFactType(on) ? officeSentence({ type: on }) : (occasion ?? on)).replace(/\.$/, '')
}

/** The page of documentation on e-mails: which leave, when, to whom, and what they say. */
export function mailsInMarkdown(): string {
  const rows = MAIL_TEMPLATES.flatMap((template) =>
    departuresOf(template).map(
      ({ when, to }) => `| ${MAILS[template].label} | ${when} | ${to} | ${summaryOf(template)} | \`${template}\` |`,
    ),
  )
  return [
    '# Les courriels',
    '',
    'Ce que la plateforme envoie, quand et à qui. Un courriel est écrit dans la même transaction que le fait qu’il',
    'annonce\u00a0: il part après, ou pas du tout. Les aperçus se lisent à l’adresse `/dev/courriels`, hors production.',
    '',
    'This page is made from `src/adhesion/notices.ts` and the templates by `npm run generate`.',
    '',
    '| Courriel | Quand | À qui | Ce qu’il dit, par exemple | Modèle |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}

const summaryOf = <Template extends MailTemplate>(template: Template): string =>
  MAILS[template].summary(PREVIEWS[template])
