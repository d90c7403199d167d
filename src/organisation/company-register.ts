import { z } from 'zod'

/** How long the register may take, in milliseconds: whoever fills in a form waits meanwhile. */
const PATIENCE_MS = 2_000
/** No answer about one establishment is longer, in characters. */
const LONGEST_ANSWER = 500_000

const establishment = z.object({
  siret: z.string(),
  adresse: z.string().nullish(),
  code_postal: z.string().nullish(),
  libelle_commune: z.string().nullish(),
  etat_administratif: z.string().nullish(),
})

const answer = z.object({
  results: z.array(
    z.object({
      nom_raison_sociale: z.string().nullish(),
      nom_complet: z.string(),
      sigle: z.string().nullish(),
      siege: establishment.nullish(),
      matching_etablissements: z.array(establishment).nullish(),
    }),
  ),
})

/** What the register says of an establishment. */
type Registered = {
  legalName: string
  acronym?: string
  address: { line1?: string; postalCode?: string; city?: string }
  /** It has closed its doors. */
  closed: boolean
}

/** `away`: it did not answer in time, or not what it should. */
export type RegisterAnswer =
  | { state: 'found'; organisation: Registered }
  | { state: 'unknown' }
  | { state: 'away'; reason: string }

/**
 * Asks a company register about an establishment, by the API that the State runs for everybody (Recherche
 * d’entreprises, `GET /search?q=`). It never throws and never takes longer than 2 seconds: a form works without it.
 * @param register its origin and path, such as https://recherche-entreprises.api.gouv.fr
 * @param siret 14 digits
 */
export async function askCompanyRegister(register: string, siret: string): Promise<RegisterAnswer> {
  try {
    const url = `${register.replace(/\/$/, '')}/search?q=${encodeURIComponent(siret)}&page=1&per_page=1`
    const response = await fetch(url, {
      headers: { Accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    if (!response.ok) return { state: 'away', reason: `it answered ${response.status}` }
    const text = await response.text()
    if (text.length > LONGEST_ANSWER) return { state: 'away', reason: 'its answer is too long' }
    const read = answer.safeParse(JSON.parse(text))
    return read.success ? registeredIn(read.data, siret) : { state: 'away', reason: 'its answer has another shape' }
  } catch (error) {
    return { state: 'away', reason: error instanceof Error ? error.name : 'unknown' }
  }
}

function registeredIn({ results }: z.infer<typeof answer>, siret: string): RegisterAnswer {
  for (const { siege, matching_etablissements, nom_raison_sociale, nom_complet, sigle } of results) {
    const place = [...(matching_etablissements ?? []), ...(siege ? [siege] : [])].find((each) => each.siret === siret)
    if (!place) continue
    const [postalCode, city] = [disclosed(place.code_postal), disclosed(place.libelle_commune)]
    return {
      state: 'found',
      organisation: {
        legalName: disclosed(nom_raison_sociale) ?? disclosed(nom_complet) ?? '',
        ...(disclosed(sigle) ? { acronym: disclosed(sigle) } : {}),
        address: { ...street(place), ...(postalCode ? { postalCode } : {}), ...(city ? { city } : {}) },
        closed: place.etat_administratif === 'F',
      },
    }
  }
  return { state: 'unknown' }
}

/** The register writes an address in one line, postal code and commune at its end. */
function street({ adresse, code_postal }: z.infer<typeof establishment>): { line1?: string } {
  const line1 = disclosed(code_postal ? adresse?.split(` ${code_postal} `)[0] : adresse)
  return line1 ? { line1 } : {}
}

/** A value that its holder lets everybody read: of a protected one the register writes a word in brackets. */
function disclosed(value: string | null | undefined): string | undefined {
  const text = value?.trim() ?? ''
  return text === '' || /\[[^\]]*\]/.test(text) ? undefined : text
}
