import { bullets, heading, paragraph, richText } from './rich-text.ts'

const text = (content: ReturnType<typeof richText>) => ({ blockType: 'richText' as const, content })

/** The pages that the law asks of a site. Who publishes it stands in the global « Identité », which the first one shows. */
export const LEGAL_PAGES = [
  {
    slug: 'mentions-legales',
    title: 'Mentions légales',
    summary: 'Qui édite ce site et comment nous joindre.',
    layout: [
      text(
        richText([
          paragraph(
            'Ce site de démonstration est édité par une association fictive. Aucune des personnes ni des organisations qui y figurent n’existe.',
          ),
          heading(2, 'Signaler un contenu'),
          paragraph(
            'Un texte vous paraît inexact, ou vous met en cause\u00a0? [Écrivez-nous](/contact)\u00a0: la direction de la publication vous répond, et le droit de réponse s’exerce à la même adresse.',
          ),
          heading(2, 'Réutiliser nos textes'),
          paragraph(
            'Citez-les librement, avec leur titre, leur date et leur adresse. Pour reproduire un texte entier ou une image, demandez-nous.',
          ),
        ]),
      ),
    ],
  },
  {
    slug: 'donnees-personnelles',
    title: 'Données personnelles',
    summary: 'Ce que nous gardons, pourquoi, combien de temps, et ce que vous pouvez demander.',
    layout: [
      text(
        richText([
          paragraph(
            'L’association nommée dans les [mentions légales](/mentions-legales) est responsable de ce qui suit.',
          ),
          heading(2, 'Ce que nous gardons, et pourquoi'),
          bullets([
            '**Une demande d’adhésion**\u00a0: l’organisme, son représentant et son contact, pour instruire la demande et garder la preuve de l’engagement\u00a0;',
            '**une signature de la charte**\u00a0: le nom, la fonction, la date et le texte signé\u00a0;',
            '**un message**\u00a0: ce que vous écrivez dans [le formulaire de contact](/contact), pour vous répondre.',
          ]),
          paragraph('Le site ne dépose aucun traceur, ne mesure pas votre visite et n’appelle aucun autre service.'),
          heading(2, 'Combien de temps'),
          paragraph('Les durées figurent au bas de cette page, telles que le site les applique.'),
          heading(2, 'Qui les lit'),
          paragraph(
            'Le secrétariat et, pour une demande d’adhésion, les membres du Bureau. L’annuaire public montre l’organisme, jamais les personnes.',
          ),
          heading(2, 'Vos droits'),
          paragraph(
            'Vous pouvez demander à consulter, corriger ou effacer ce qui vous concerne, ou vous y opposer\u00a0: [écrivez-nous](/contact), nous répondons dans le mois. Si la réponse ne vous convient pas, vous pouvez saisir la [CNIL](https://www.cnil.fr/fr/plaintes).',
          ),
        ]),
      ),
    ],
  },
  {
    slug: 'accessibilite',
    title: 'Accessibilité',
    summary: 'Où en est ce site, et que faire si quelque chose vous arrête.',
    layout: [
      text(
        richText([
          paragraph(
            'L’association veut que chacun puisse lire ce site et rejoindre la Conférence, au clavier, avec un lecteur d’écran, sur un téléphone ou avec de grands caractères.',
          ),
          heading(2, 'État de conformité'),
          paragraph(
            '**Aucun audit complet n’a été fait\u00a0:** ce site n’est donc pas déclaré conforme au référentiel général d’amélioration de l’accessibilité (RGAA 4.1).',
          ),
          paragraph(
            'À chaque modification, toutes les pages publiques passent des contrôles automatiques, qui ne repèrent qu’une partie des défauts\u00a0: contrastes en clair et en sombre, titres, régions, étiquettes des champs, agrandissement, validité du code. Le parcours d’adhésion est parcouru en entier au clavier.',
          ),
          heading(2, 'Ce qui peut encore gêner'),
          bullets([
            'les fichiers PDF publiés ne sont pas tous balisés\u00a0: demandez-nous leur texte\u00a0;',
            'aucun essai n’a été mené avec des personnes qui se servent d’un lecteur d’écran au quotidien\u00a0;',
            'l’espace de travail de l’équipe n’a pas été contrôlé.',
          ]),
          heading(2, 'Quelque chose vous arrête\u00a0?'),
          paragraph(
            '[Écrivez-nous](/contact) en disant où et avec quel outil\u00a0: nous vous donnons l’information autrement, puis nous corrigeons.',
          ),
          heading(2, 'Si nous ne répondons pas'),
          paragraph(
            'Vous pouvez saisir le [Défenseur des droits](https://formulaire.defenseurdesdroits.fr/), joindre [son délégué dans votre région](https://www.defenseurdesdroits.fr/saisir/delegues) ou lui écrire sans timbre\u00a0: Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.',
          ),
          paragraph('Cette déclaration est celle d’un site de démonstration.'),
        ]),
      ),
    ],
  },
]
