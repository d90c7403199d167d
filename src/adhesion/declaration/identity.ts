import { countryName } from '../../organisation/countries.ts'
import type { DeclaredOrganisation } from './declaration-types.ts'

/** The identifiers of an organisation, each under its French name. */
export function identifiersOf({
  siret,
  rna,
  registerNumber,
  country,
}: DeclaredOrganisation): { label: string; value: string }[] {
  const given = [
    { label: 'SIRET', value: siret && grouped(siret) },
    { label: 'RNA', value: rna },
    { label: country === 'FR' ? 'Registre' : `Registre (${countryName(country)})`, value: registerNumber },
  ]
  return given.flatMap(({ label, value }) => (value ? [{ label, value }] : []))
}

/** The lines of an organisation's address; abroad the country is the last. */
export function addressLines({ address, country }: DeclaredOrganisation): string[] {
  const { line1, line2, postalCode, city } = address
  return [
    line1,
    line2,
    [postalCode, city].filter(Boolean).join(' '),
    country === 'FR' ? undefined : countryName(country),
  ].filter((line): line is string => Boolean(line))
}

/** 14 digits as they are read: 123 456 789 00012. */
const grouped = (siret: string): string => siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1\u202f$2\u202f$3\u202f$4')
