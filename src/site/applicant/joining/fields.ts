import { fr } from '../../../content/typography.ts'
import { declaredField } from '../../../organisation/declared-fields.ts'
import type { DeclarationPath } from '../../../organisation/declared-fields.ts'
import { DECLARATION, type FieldGroup } from '../declaration-fields.ts'
import type { ChoiceSpec, FieldSpec } from '../../views/form/field-spec.ts'

/** The field that the join form sends when the notice was read. */
export const NOTICE_READ: FieldSpec = {
  path: 'privacyNoticeRead',
  control: 'tick',
  label: declaredField('privacyNoticeRead').label,
  sentence: fr`J’ai lu l’information sur les données personnelles.`,
}

/** Explanations of what people stumble over, by the field under whose group each stands. */
export const HELP: Readonly<Record<string, { title: string; lines: readonly string[] }>> = {
  'organisation.siret': {
    title: fr`Où trouver ces numéros ?`,
    lines: [
      fr`Le SIRET désigne un établissement : ses neuf premiers chiffres sont le SIREN de l’organisme. Il figure sur vos factures, vos bulletins de paie et l’avis de situation de l’Insee.`,
      fr`Le numéro de déclaration d’activité (NDA) vous est donné par le service de l’État en région après votre première convention de formation. Il figure sur vos conventions et votre bilan pédagogique et financier. Vous ne l’avez pas encore ? Laissez le champ vide.`,
    ],
  },
  'representative.capacity': {
    title: fr`Qui peut signer ?`,
    lines: [
      fr`La personne que les statuts ou la loi désignent pour engager l’organisme : présidence d’une association, gérance ou direction générale d’une société, directeur d’un établissement public.`,
      fr`Quelqu’un d’autre peut signer s’il a une délégation écrite. Le secrétariat demandera alors à la voir.`,
    ],
  },
}

/** Everything that one fills in to join, in its order. */
export const JOINING_GROUPS: readonly FieldGroup[] = DECLARATION

/** The field of the form at a path of the declaration. */
export function fieldAt(path: DeclarationPath): FieldSpec {
  const found = JOINING_GROUPS.flatMap(({ fields }) => fields).find((field) => field.path === path)
  if (!found) throw new Error(`The form has no field at ${path}`)
  return found
}

/** Where the organisation is: asked first, since much else follows from it. */
export const PLACE: ChoiceSpec = {
  path: 'place',
  control: 'radios',
  label: 'Votre organisme est établi',
  options: [
    { value: 'france', label: 'En France', hint: 'Outre-mer compris, sauf là où l’on a son propre registre.' },
    { value: 'own-register', label: 'En Nouvelle-Calédonie, en Polynésie française, à Wallis-et-Futuna' },
    { value: 'abroad', label: 'Hors de France', hint: 'Pour devenir partenaire.' },
  ],
}
