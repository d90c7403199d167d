import { formatDateTime } from '../../lib/dates.ts'
import { defineMail } from '../definition.ts'
import { Facts, P } from '../kit.tsx'

/** The code is null in the row: it is made when this is sent, as links are. */
export type SignInCodeData = { account: string; expiresAt: string; code: string | null }

/** Carries the code to somebody who asked to sign in with one in place of a password. */
export const signInCode = defineMail<SignInCodeData>()({
  label: 'Code de connexion',
  audience: 'account',
  typed: [],
  links: [],
  subject: () => 'Votre code de connexion',
  heading: () => 'Votre code de connexion',
  summary: ({ expiresAt }) => `Il vaut jusqu’au ${formatDateTime(new Date(expiresAt))}.`,
  Body: ({ data }) => (
    <>
      <P>
        Saisissez ce code dans la page où vous l’avez demandé. Ne le donnez à personne&nbsp;: la CPOF ne le demande
        jamais autrement.
      </P>
      <Facts
        facts={[
          ['Code', <strong key="code">{data.code}</strong>],
          ['Compte', data.account],
          ['Valable jusqu’au', formatDateTime(new Date(data.expiresAt))],
        ]}
      />
      <P quiet>Si vous n’avez rien demandé, ignorez ce message&nbsp;: sans ce code, personne n’entre.</P>
    </>
  ),
})
