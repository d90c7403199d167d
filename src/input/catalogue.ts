import type { Messages } from '../lib/errors.ts'

/** A sentence on one mistake. `code` where it differs from the entry's name; `{name}` stands for a value of the case. */
type Entry = Messages & { code?: string }

/**
 * Everything that can be wrong with a value that comes in, in French and English. Each mistake has one code wherever it
 * happens: JSON bodies, forms, queries and the files of the commands all draw from this table.
 */
export const CATALOGUE = {
  // The shape of what is sent.
  required: { fr: 'Cette information est obligatoire.', en: 'This is required.' },
  'unknown-field': { fr: 'Ce champ n’existe pas\u00a0: retirez-le.', en: 'This field does not exist: remove it.' },
  'not-settable': {
    fr: 'Ce champ ne se remplit pas à la demande\u00a0: retirez-le.',
    en: 'This field is not for a caller to set: remove it.',
  },
  'not-an-object': { fr: 'Un objet JSON est attendu ici.', en: 'A JSON object is expected here.' },
  'not-a-list': { fr: 'Une liste est attendue ici.', en: 'A list is expected here.' },
  'not-a-text': { fr: 'Un texte est attendu ici.', en: 'A text is expected here.' },
  'not-a-number': {
    fr: 'Un nombre entier, positif ou nul, est attendu ici.',
    en: 'A whole number, zero or more, is expected here.',
  },
  'not-a-choice': { fr: 'Valeurs possibles\u00a0: {choices}.', en: 'Possible values: {choices}.' },
  'not-a-day': {
    fr: 'Indiquez une date qui existe, sous la forme 2026-11-23.',
    en: 'Give a date that exists, in the form 2026-11-23.',
  },
  'not-a-moment': {
    fr: 'Indiquez une date et une heure, sous la forme 2026-11-23T09:30.',
    en: 'Give a date and a time, in the form 2026-11-23T09:30.',
  },
  'not-a-value': { fr: 'Cette valeur ne convient pas à ce champ.', en: 'This value does not suit this field.' },
  'not-a-request-key': {
    fr: 'Une clé compte de 1 à 255 caractères ASCII visibles, sans espace.',
    en: 'A key has 1 to 255 visible ASCII characters, without spaces.',
  },
  'too-deep': { fr: 'Ce contenu est imbriqué trop profondément.', en: 'This content is nested too deeply.' },
  'too-many': { fr: 'Au plus {most} éléments sont acceptés ici.', en: 'At most {most} entries are accepted here.' },

  // Texts.
  'too-long': {
    fr: 'Ce texte dépasse {most} caractères\u00a0: raccourcissez-le.',
    en: 'This text is longer than {most} characters: shorten it.',
  },
  'control-characters': {
    fr: 'Ce texte contient des caractères invisibles ou de mise en page\u00a0: saisissez-le à nouveau.',
    en: 'This text contains invisible or formatting characters: please type it again.',
  },
  'without-letters': {
    fr: 'Écrivez ce nom avec au moins une lettre ou un chiffre.',
    en: 'Write this name with at least one letter or digit.',
  },

  // Declarations.
  'legal-form-unknown': {
    fr: 'Choisissez une des formes juridiques proposées.',
    en: 'Choose one of the legal forms offered.',
  },
  'privacy-notice-unread': {
    fr: 'Confirmez que vous avez lu l’information sur vos données personnelles.',
    en: 'Confirm that you have read the privacy notice.',
  },
  'member-abroad': {
    fr: 'Un adhérent est établi en France\u202f; un organisme d’un autre pays peut devenir partenaire.',
    en: 'A member is established in France; an organisation of another country may become a partner.',
  },
  'siret-missing': {
    code: 'required',
    fr: 'Indiquez le SIRET\u202f; un partenaire établi hors de France indique à la place son pays et son numéro de registre.',
    en: 'Give the SIRET; a partner established outside France gives its country and register number instead.',
  },
  'siret-abroad': {
    fr: 'Un SIRET désigne un établissement en France\u00a0: retirez-le, ou corrigez le pays.',
    en: 'A SIRET is an establishment in France: remove it, or correct the country.',
  },
  'register-number-missing': {
    code: 'required',
    fr: 'Indiquez le numéro de votre organisme au registre de son pays.',
    en: 'Give your organisation’s number in its country’s register.',
  },
  'register-number-format': {
    fr: 'Un numéro de registre comporte au moins une lettre ou un chiffre.',
    en: 'A register number has at least one letter or digit.',
  },
  'ridet-format': {
    fr: 'Un RIDET compte 7 chiffres, ou 10 avec celui de l’établissement.',
    en: 'A RIDET has 7 digits, or 10 with that of the establishment.',
  },
  'tahiti-format': {
    fr: 'Un numéro TAHITI compte 6 signes, ou 9 avec celui de l’établissement.',
    en: 'A TAHITI number has 6 signs, or 9 with that of the establishment.',
  },
  'rna-abroad': {
    fr: 'Un numéro RNA désigne une association de droit français\u00a0: retirez-le, ou corrigez le pays.',
    en: 'An RNA number is that of an association under French law: remove it, or correct the country.',
  },
  'region-unknown': {
    fr: 'Cette région n’existe pas\u00a0: indiquez son nom ou son code officiel.',
    en: 'This region does not exist: give its name or its official code.',
  },
  'region-mismatch': {
    fr: 'Le code postal et la commune ne sont pas dans cette région\u00a0: corrigez l’adresse ou retirez la région.',
    en: 'The postal code and town are not in this region: correct the address or remove the region.',
  },
  'region-abroad': {
    fr: 'La région s’indique pour une adresse en France seulement.',
    en: 'A region is given for an address in France only.',
  },
  'region-ambiguous': {
    fr: 'Ce code postal est partagé entre plusieurs régions\u00a0: précisez la vôtre ({names}).',
    en: 'This postal code is shared between regions: say which is yours ({names}).',
  },
  'not-accepted': { fr: 'Cochez la case pour signer.', en: '`accept` must be true to sign.' },

  // Identifiers and addresses.
  'siren-format': { fr: 'Un numéro SIREN compte 9 chiffres.', en: 'A SIREN number has 9 digits.' },
  'siren-zeros': { fr: 'Ce numéro SIREN ne compte que des zéros.', en: 'This SIREN number has only zeros.' },
  'siren-checksum': {
    fr: 'Ce numéro SIREN n’existe pas\u00a0: un chiffre a sans doute été mal saisi.',
    en: 'This SIREN number does not exist: a digit was probably mistyped.',
  },
  'siret-format': {
    fr: 'Un numéro SIRET se compose de 14 chiffres, sans lettre ni autre signe.',
    en: 'A SIRET number is made of 14 digits, without letters or other signs.',
  },
  'siret-is-siren': {
    fr: 'Ces 9 chiffres forment un numéro SIREN\u202f; indiquez les 14 chiffres du SIRET de votre établissement.',
    en: 'These 9 digits are a SIREN number; give the 14 digits of your establishment’s SIRET.',
  },
  'siret-length': {
    fr: 'Un numéro SIRET compte 14 chiffres\u202f; vous en avez saisi {digits}.',
    en: 'A SIRET number has 14 digits; you typed {digits}.',
  },
  'siret-zeros': {
    fr: 'Ce numéro SIRET commence par neuf zéros\u00a0: indiquez celui de votre établissement.',
    en: 'This SIRET number starts with nine zeros: give your establishment’s own.',
  },
  'siret-of-another': {
    fr: 'Ce SIRET est celui d’un autre organisme : le siège se déplace dans le même SIREN.',
    en: 'This SIRET is another organisation’s: a seat moves within the same SIREN.',
  },
  'siret-checksum': {
    fr: 'Ce numéro SIRET n’existe pas\u00a0: un chiffre a sans doute été mal saisi.',
    en: 'This SIRET number does not exist: a digit was probably mistyped.',
  },
  'rna-format': {
    fr: 'Un numéro RNA commence par W, suivi de 9 chiffres ou lettres. Laissez ce champ vide si votre association n’en a pas.',
    en: 'An RNA number starts with W, followed by 9 digits or letters. Leave this empty if your association has none.',
  },
  'nda-format': {
    fr: 'Un numéro de déclaration d’activité compte d’ordinaire 11 caractères\u00a0: vérifiez celui-ci.',
    en: 'A training activity number (NDA) usually has 11 characters: please check this one.',
  },
  'qualiopi-period': {
    fr: 'La fin de validité du certificat précède son début.',
    en: 'The certificate’s validity ends before it begins.',
  },
  'qualiopi-none-with-certificate': {
    fr: 'L’organisme se déclare non certifié, mais décrit un certificat Qualiopi.',
    en: 'The organisation says that it is not certified, yet describes a Qualiopi certificate.',
  },
  'qualiopi-certificate-missing': {
    fr: 'Le certificateur ou le numéro du certificat Qualiopi n’est pas indiqué.',
    en: 'The certifier or the number of the Qualiopi certificate is not given.',
  },
  'country-unknown': {
    fr: 'Indiquez le pays par son code à deux lettres, par exemple BE pour la Belgique.',
    en: 'Give the country by its two-letter code, for instance BE for Belgium.',
  },
  'postal-code-format': {
    fr: 'Un code postal français compte 5 chiffres.',
    en: 'A French postal code has 5 digits.',
  },
  'postal-code-unknown': {
    fr: 'Ce code postal n’appartient à aucun département\u00a0: vérifiez-le.',
    en: 'This postal code belongs to no department: please check it.',
  },
  'postal-code-monaco': {
    fr: 'Ce code postal est celui de Monaco\u00a0: choisissez le pays Monaco et indiquez le numéro du registre monégasque.',
    en: 'This is a postal code of Monaco: give the country MC and the number in Monaco’s register.',
  },
  'email-format': {
    fr: 'Indiquez une adresse électronique complète, par exemple prenom.nom@exemple.fr.',
    en: 'Give a complete e-mail address, for instance first.last@example.org.',
  },
  'phone-format': {
    fr: 'Indiquez un numéro de téléphone complet, avec son indicatif s’il est étranger, par exemple +32 2 555 12 12.',
    en: 'Give a complete phone number, with its calling code if it is not French, for instance +32 2 555 12 12.',
  },
  'website-format': {
    fr: 'Indiquez l’adresse de votre site, par exemple https://www.exemple.fr.',
    en: 'Give your site’s address, for instance https://www.example.org.',
  },

  'not-a-webhook-address': {
    fr: 'Indiquez une adresse complète en https, au port 443, sans identifiants ni ancre.',
    en: 'Give a whole https address, at port 443, without credentials or fragment.',
  },
  'webhook-host-unknown': {
    fr: 'Le nom de cette adresse n’est connu d’aucun serveur de noms.',
    en: 'No name server knows the host of this address.',
  },
  'webhook-host-not-public': {
    fr: 'Cette adresse mène à une machine qui n’est pas sur le réseau public.',
    en: 'This address leads to a machine that is not on the public network.',
  },

  // Files.
  'file-missing': { code: 'required', fr: 'Choisissez un fichier.', en: 'Choose a file.' },
  'scan-missing': {
    code: 'required',
    fr: 'Joignez la charte signée, numérisée.',
    en: 'Attach the scan of the signed charter.',
  },
  'too-many-files': { fr: 'Joignez au plus {most} fichiers.', en: 'Attach at most {most} files.' },
  'empty-file': { fr: 'Ce fichier est vide.', en: 'This file is empty.' },
  'file-too-large': { fr: 'Ce fichier dépasse {most} Mo.', en: 'This file is larger than {most} MB.' },
  'file-type': {
    fr: 'Ce fichier n’est ni un PDF, ni une image, ni un document Word ou LibreOffice.',
    en: 'This file is no PDF, image, Word or LibreOffice document.',
  },
  'file-damaged': {
    fr: 'Ce PDF est incomplet ou abîmé\u00a0: enregistrez-le de nouveau, puis joignez-le.',
    en: 'This PDF is incomplete or damaged: save it again, then attach it.',
  },

  // Texts that become drafts.
  'text-file-missing': {
    code: 'required',
    fr: 'Choisissez un fichier de texte, de Markdown ou de Word.',
    en: 'Choose a file of text or Markdown.',
  },
  'text-too-large': {
    code: 'too-large',
    fr: 'Ce fichier dépasse 1\u00a0Mo (8\u00a0Mo pour Word)\u00a0: partagez-le en plusieurs textes.',
    en: 'This file is larger than 1 MB (8 MB for Word): split it into several texts.',
  },
  'not-text': {
    fr: 'Ce fichier n’est pas du texte\u00a0: enregistrez-le en texte brut, en Markdown ou au format .docx.',
    en: 'This file is no text: save it as plain text, Markdown or .docx.',
  },
  'not-word': {
    fr: 'Ce fichier n’est pas un document Word lisible\u00a0: enregistrez-le de nouveau au format .docx, ou en texte brut.',
    en: 'This file is no Word document that can be read: save it again as .docx, or as plain text.',
  },
  'too-many-parts': {
    fr: 'Ce texte compte plus de 20\u00a0000\u00a0paragraphes\u00a0: partagez-le en plusieurs.',
    en: 'This text has more than 20,000 paragraphs: split it into several.',
  },
  empty: { fr: 'Ce fichier ne contient aucun texte.', en: 'This file holds no text.' },

  // Rules of a body.
  'quorum-not-a-share': {
    fr: 'Le quorum est une part\u00a0: un nombre entier sur un autre, au moins égal.',
    en: 'The quorum is a share: a whole number over another at least as large.',
  },
  'minimum-for-too-low': { fr: 'Au moins une voix pour est nécessaire.', en: 'At least one vote for is needed.' },
  'proxies-negative': {
    fr: 'Le nombre de pouvoirs est un entier, zéro au moins.',
    en: 'The number of proxies is a whole number, zero or more.',
  },
  'ballot-days-out-of-range': {
    fr: 'Un scrutin dure de 1 à 365 jours.',
    en: 'A round lasts from 1 to 365 days.',
  },

  // The entry of a session.
  'not-an-elector': {
    fr: 'Cette personne n’avait pas de mandat en vigueur le jour de la séance.',
    en: 'This person held no mandate in force on the day of the session.',
  },
  'named-twice': {
    fr: 'Cette personne est indiquée deux fois parmi les présents et les représentés.',
    en: 'This person is named twice among those present and represented.',
  },
  'proxy-holder-not-present': {
    fr: 'La personne qui porte ce pouvoir n’est pas indiquée comme présente, ou est récusée.',
    en: 'The holder of this proxy is not among those present, or is recused.',
  },
  'too-many-proxies': {
    fr: 'La règle de l’instance ne permet pas autant de pouvoirs.',
    en: 'The rule of the body does not allow that many proxies.',
  },
  'voice-of-absent': {
    fr: 'Cette personne a voté sans être présente ni représentée.',
    en: 'This person voted but was neither present nor represented.',
  },
  'voice-of-recused': {
    fr: 'Cette personne est récusée et ne peut pas voter.',
    en: 'This person is recused and cannot vote.',
  },
  'voice-twice': {
    fr: 'Cette personne a voté deux fois.',
    en: 'This person voted twice.',
  },
  'counts-not-whole': {
    fr: 'Les voix se comptent en nombres entiers, zéro compris.',
    en: 'Votes are whole numbers, zero included.',
  },
  'more-voices-than-participants': {
    fr: 'Il y a plus de voix que de membres présents ou représentés qui peuvent voter.',
    en: 'There are more votes than electors present or represented.',
  },
  'chair-choice-not-counted': {
    fr: 'Le choix indiqué pour la présidence ne correspond pas aux voix saisies.',
    en: 'The choice given for the chair does not match the votes entered.',
  },
  'in-the-future': {
    fr: 'La séance ne peut pas avoir lieu dans le futur.',
    en: 'The session cannot lie in the future.',
  },
  'nobody-presides': {
    fr: 'Indiquez qui a présidé la séance : un membre présent et non déporté.',
    en: 'Say who presided: a member who was present and not recused.',
  },

  // Bodies, mandates and members.
  'protected-field': {
    fr: 'Ce champ ne se modifie pas ici\u00a0: le changement se propose, puis une seconde personne le confirme.',
    en: 'This field cannot be set here: propose the change, then a second person confirms it.',
  },
  'unknown-account': { code: 'unknown-reference', fr: 'Ce compte n’existe pas.', en: 'There is no such account.' },
  'unknown-person': { code: 'unknown-reference', fr: 'Cette personne n’existe pas.', en: 'There is no such person.' },
  'unknown-body': { code: 'unknown-reference', fr: 'Cette instance n’existe pas.', en: 'There is no such body.' },
  'unknown-member': {
    code: 'unknown-reference',
    fr: 'Cet organisme n’existe pas.',
    en: 'There is no such organisation.',
  },
  'member-not-current': {
    fr: 'Cet organisme n’est pas membre à cette période\u00a0: personne ne peut siéger en son nom.',
    en: 'This organisation is not a member in that period: nobody can sit on its behalf.',
  },
  'day-has-passed': {
    fr: 'Ce jour est déjà passé\u00a0: donnez une échéance à venir.',
    en: 'This day has passed already: give a deadline to come.',
  },
  'own-network': {
    fr: 'Un membre ne peut pas être son propre réseau, ni celui d’un membre qui le fédère.',
    en: 'A member cannot be its own network, nor that of a member that federates it.',
  },
  'day-in-future': {
    fr: 'Ce jour n’est pas encore venu\u00a0: enregistrez le changement quand il a eu lieu.',
    en: 'This day has not come yet: record the change once it has happened.',
  },
  'published-in-future': {
    code: 'day-in-future',
    fr: 'Ce jour n’est pas encore venu\u00a0: donnez celui d’aujourd’hui, ou programmez la publication pour ce jour.',
    en: 'This day has not come yet: give the present day, or schedule the publication for that day.',
  },
  'day-before-membership': {
    code: 'before-membership',
    fr: 'Ce jour précède l’entrée de cet organisme parmi les membres.',
    en: 'This day is before the organisation became a member.',
  },
  'day-before-signature': {
    code: 'before-signature',
    fr: 'On n’est pas membre avant d’avoir signé la charte\u00a0: donnez le jour de la signature ou un jour qui le suit.',
    en: 'Nobody is a member before signing the charter: give the day of the signature or a later one.',
  },
  'unknown-charter': {
    code: 'unknown-reference',
    fr: 'Cette version de la charte n’existe pas, n’est pas adoptée ou n’engage pas cette qualité de membre.',
    en: 'This charter version does not exist, is not adopted or does not bind this kind of member.',
  },
  'signed-in-future': {
    code: 'day-in-future',
    fr: 'La charte ne peut pas avoir été signée après aujourd’hui.',
    en: 'The charter cannot have been signed after today.',
  },
  'not-to-come': { fr: 'Choisissez un moment à venir.', en: 'Choose a moment to come.' },

  // The file that founds the Bureau.
  'days-reversed': {
    fr: 'Le dernier jour ne peut pas précéder le premier.',
    en: 'The last day cannot come before the first.',
  },
  'founders-missing': {
    code: 'required',
    fr: 'Nommez au moins un membre fondateur.',
    en: 'Name at least one founding member.',
  },
  'bureau-missing': { code: 'required', fr: 'Nommez les membres du Bureau.', en: 'Name the members of the Bureau.' },
  'too-few': {
    fr: 'Nommez deux personnes au secrétariat\u00a0: l’une confirme ce que l’autre saisit.',
    en: 'Name two people of the secretariat: one confirms what the other enters.',
  },
  'one-chair': { fr: 'Le Bureau a une présidence, et une seule.', en: 'The Bureau has one chair.' },
  repeated: {
    fr: 'Cette valeur figure déjà plus haut dans le fichier.',
    en: 'This value stands further up in the file already.',
  },
  'before-membership': {
    fr: 'Ce mandat commence avant que son organisme soit membre.',
    en: 'This mandate begins before its organisation is a member.',
  },
  'unknown-reference': { fr: 'Aucun membre du fichier ne porte cette clé.', en: 'No member of the file has this key.' },

  // Documents of the content, and what they lead to.
  'unknown-block': { fr: 'Ce type de bloc n’existe pas ici.', en: 'There is no such kind of block here.' },
  'not-an-address': {
    fr: 'Un lien mène à une page du site, à une adresse web entière, à une adresse électronique ou à un numéro de téléphone.',
    en: 'A link leads to a page of the site, a whole web address, an e-mail address or a telephone number.',
  },
  'not-csv': {
    fr: 'Ce fichier n’est pas un tableau CSV lisible.',
    en: 'This file cannot be read as CSV.',
  },
  'csv-heads': {
    fr: 'La première ligne nomme les colonnes\u00a0: {heads}.',
    en: 'The first line names the columns: {heads}.',
  },
  'not-a-former-address': {
    fr: 'Une adresse de ce site, sans paramètres, par exemple «\u00a0/ancienne-page\u00a0».',
    en: 'An address of this site, without a query, for example "/old-page".',
  },
  'not-a-target': {
    fr: 'Une adresse de ce site, par exemple «\u00a0/membres\u00a0», ou une adresse web entière, en https, telle que le navigateur la montre.',
    en: 'An address of this site, for example "/membres", or a whole https address, written as a browser shows it.',
  },
  'elsewhere-unconfirmed': {
    fr: 'Cette adresse est celle d’un autre site\u00a0: confirmez que c’est bien là que l’on doit arriver.',
    en: 'This address is on another site: confirm by "elsewhere": true that visitors are to be led there.',
  },
  'address-in-use': {
    fr: 'Le site montre déjà quelque chose à cette adresse\u00a0: choisissez-en une autre.',
    en: 'The site shows something at this address already: choose another one.',
  },
  'redirect-known': {
    fr: 'Cette ancienne adresse a déjà sa ligne\u00a0: changez celle-là.',
    en: 'There is a redirect from this address already: change that one.',
  },
  'redirect-loop': {
    fr: 'Cette adresse mènerait à elle-même.',
    en: 'This address would lead to itself.',
  },
  'redirect-chain': {
    fr: 'Cette adresse en est elle-même une ancienne, qui mène {end}\u00a0: indiquez directement où l’on doit arriver.',
    en: 'This address is a former one itself, which leads {end}: name the place where visitors are to end.',
  },
  'redirect-before': {
    fr: 'Une autre ancienne adresse, {before}, mène déjà à celle-ci\u00a0: changez d’abord celle-là.',
    en: 'Another former address, {before}, leads to this one already: change that one first.',
  },
  'unknown-record': {
    fr: 'Ce qui est choisi ici n’existe pas ou n’existe plus\u00a0: choisissez autre chose.',
    en: 'What is chosen here does not exist, or no longer: choose something else.',
  },

  // Queries.
  'closed-field': {
    fr: 'Ce champ ne peut servir ni à filtrer ni à trier.',
    en: 'This field can be neither filtered nor sorted by.',
  },
  'unknown-operator': {
    fr: 'Cette comparaison n’est pas possible sur ce champ.',
    en: 'This comparison is not possible on this field.',
  },
  'not-a-condition': {
    fr: 'Une condition est attendue\u00a0: champ, comparaison, valeur.',
    en: 'A condition is expected: field, comparison, value.',
  },
  'too-many-words': { fr: 'Cette recherche compte trop de mots.', en: 'This search has too many words.' },
  'not-a-selection': { fr: 'Une sélection de champs est attendue.', en: 'A selection of fields is expected.' },
  'not-a-language': { fr: 'Cette langue n’est pas proposée.', en: 'This language is not offered.' },
  'not-possible': { fr: 'Ce paramètre n’est pas accepté ici.', en: 'This parameter is not accepted here.' },
  'pages-only': { fr: 'Les listes se lisent page par page.', en: 'Lists are read page by page.' },
} as const satisfies Readonly<Record<string, Entry>>

/** The name of an entry of the catalogue: the code, except where an entry says one code in words of its own. */
export type IssueName = keyof typeof CATALOGUE
