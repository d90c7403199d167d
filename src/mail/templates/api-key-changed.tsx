import { defineMail } from '../definition.ts'
import { Facts, P } from '../kit.tsx'

export type ApiKeyChangedData = {
  what: 'proposed' | 'confirmed' | 'revoked'
  label: string
  federation: string
  /** In words. */
  scopes: string
  /** In words. */
  expiresOn: string
  by: string
  reason: string
}

const WORDS: Readonly<Record<ApiKeyChangedData['what'], { subject: string; text: string; by: string }>> = {
  proposed: {
    subject: 'Une clé d’API est proposée pour un réseau',
    text: 'Une clé d’API est proposée pour un réseau membre. Elle n’existe pas tant qu’une autre personne habilitée ne l’a pas confirmée.',
    by: 'Proposée par',
  },
  confirmed: {
    subject: 'Une clé d’API a été créée pour un réseau',
    text: 'Une clé d’API a été créée pour un réseau membre, proposée par une personne et confirmée par une autre. Elle permet d’agir au nom du réseau\u00a0: elle se garde comme un mot de passe.',
    by: 'Confirmée par',
  },
  revoked: {
    subject: 'Une clé d’API est révoquée',
    text: 'Une clé d’API d’un réseau membre est révoquée\u00a0: elle n’ouvre plus rien.',
    by: 'Révoquée par',
  },
}

/** Tells the secretariat, the chair and the federation's contact what became of a key. */
export const apiKeyChanged = defineMail<ApiKeyChangedData>()({
  label: 'Clé d’API d’un réseau proposée, créée ou révoquée',
  audience: 'office',
  typed: [],
  links: [],
  subject: ({ what }) => WORDS[what].subject,
  heading: ({ what }) => WORDS[what].subject,
  summary: () => 'Vérifiez que ce changement est bien celui qui était prévu.',
  Body: ({ data }) => {
    const { text, by } = WORDS[data.what]
    return (
      <>
        <P>{text}</P>
        <Facts
          facts={[
            ['Réseau', <strong key="federation">{data.federation}</strong>],
            ['Clé', data.label],
            ['Portées', data.scopes],
            ['Échéance', data.expiresOn],
            [by, data.by],
            ...(data.reason === '' ? [] : [['Motif', data.reason] as const]),
          ]}
        />
        <P>
          Si cela vous surprend, répondez à ce message ou prévenez sans attendre le secrétariat&nbsp;: une clé se
          révoque en un instant.
        </P>
      </>
    )
  },
})
