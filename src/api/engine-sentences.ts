import type { FlattenedField } from 'payload'

/** What Payload says in English alone, whoever reads it, and what is said in its place. */
const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/^Invalid MIME type: /, 'Ce fichier n’est pas d’un type accepté ici.'],
  [/^File type \S+ \(from extension/, 'Ce fichier n’est pas d’un type accepté ici.'],
  [/^File type '.*' not allowed/, 'Ce fichier n’est pas d’un type accepté ici.'],
  [
    /^Invalid (or corrupted )?PDF file\.$/,
    'Ce PDF est incomplet ou abîmé\u00a0: enregistrez-le de nouveau, puis déposez-le.',
  ],
  [
    /^Invalid or corrupted ISO base media file\.$/,
    'Cette image est abîmée\u00a0: enregistrez-la de nouveau, puis déposez-la.',
  ],
  [/^SVG file contains potentially harmful content\.$/, 'Ce dessin SVG contient ce qu’une page ne doit pas montrer.'],
  [/^Could not read uploaded file/, 'Ce fichier n’a pas pu être lu\u00a0: déposez-le de nouveau.'],
  [/^Invalid filename/, 'Le nom de ce fichier ne convient pas\u00a0: renommez-le, puis déposez-le.'],
  [/^Invalid file url|^Invalid external file URL|^Failed to fetch/, 'Ce fichier n’a pas pu être pris à cette adresse.'],
  [
    /^(Pasting from URL is not enabled|The provided URL is not allowed|A valid URL string is required)/,
    'Un fichier ne se prend pas à une adresse\u00a0: déposez-le depuis votre ordinateur.',
  ],
  [/^Multipart (request size )?limit has been reached|^File size limit/, 'Ce fichier est trop volumineux.'],
  [/^Upload timeout/, 'L’envoi du fichier a duré trop longtemps\u00a0: réessayez.'],
  [
    /^link node failed to validate/,
    'Un lien de ce texte ne mène nulle part\u00a0: corrigez son adresse, ou retirez-le.',
  ],
  [
    /^upload node failed to validate/,
    'Une image ou un fichier de ce texte n’existe plus\u00a0: retirez-le, ou choisissez-en un autre.',
  ],
  [
    /^\w+ node failed to validate/,
    'Une partie de ce texte ne convient pas\u00a0: retirez-la, ou saisissez-la à nouveau.',
  ],
  [/^Cannot restore a version of a trashed document/, 'Cette fiche est dans la corbeille\u00a0: restaurez-la d’abord.'],
  [/^(Field is required|Username or email is required|Missing )/, 'Cette information est obligatoire.'],
  [/^ID was not specified|^Missing ID/, 'La fiche à modifier n’est pas indiquée.'],
  [/cannot be duplicated\.$/, 'Cette fiche ne se duplique pas.'],
  [/has disabled bulk/, 'Ces fiches se modifient une par une.'],
  [
    /^(Something went wrong|Server error|An unknown error occurred)/,
    'Une erreur est survenue de notre côté. Réessayez dans un instant.',
  ],
]

/** A sentence of Payload's in French: ours where it has none; what is French already stays. */
export function inFrench(message: string): string {
  return SENTENCES.find(([english]) => english.test(message))?.[1] ?? message
}

/** What Payload's own fields are called, which have no label of ours. */
const OWN_LABELS: Readonly<Record<string, string>> = {
  file: 'Fichier',
  filename: 'Nom du fichier',
  email: 'Adresse électronique',
  password: 'Mot de passe',
  _status: 'État',
}

/**
 * The name of a field as its form has it, with what it stands in: « Contenu → Bloc 2 → Adresse du bouton » for
 * `layout.1.actionHref`. What has no name keeps that of the code.
 */
export function labelOfPath(fields: readonly FlattenedField[], path: string): string {
  const [name = '', ...rest] = path.split('.')
  const field = fields.find((each) => each.name === name)
  const own = Object.hasOwn(OWN_LABELS, name) ? OWN_LABELS[name] : undefined
  const label = (field && 'label' in field && typeof field.label === 'string' ? field.label : own) ?? name
  if (!field || rest.length === 0) return label
  if (field.type === 'group' || field.type === 'tab')
    return `${label} → ${labelOfPath(field.flattenedFields, rest.join('.'))}`
  if (field.type !== 'array' && field.type !== 'blocks') return label
  const [row = '', ...within] = rest
  const place = /^\d+$/.test(row) ? `${label} ${Number(row) + 1}` : label
  if (within.length === 0) return place
  const inner =
    field.type === 'array'
      ? field.flattenedFields
      : field.blocks.flatMap((block) =>
          block.flattenedFields.some((each) => each.name === within[0]) ? block.flattenedFields : [],
        )
  return `${place} → ${labelOfPath(inner, within.join('.'))}`
}
