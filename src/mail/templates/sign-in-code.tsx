import { formatDateTime } from '../../lib/dates.ts'
import { defineMail } from '../definition.ts'
import { Facts, P } from '../kit.tsx'

export type SignInCodeData = { account: string; expiresAt: string }

/** To who asked to sign in with a code in place of a password. The code comes as links do: made when this is sent. */
export const signInCode = defineMail<SignInCodeData>()({
  label: 'Code de connexion',
  audience: 'account',
  typed: [],
  links: ['code'],
  subject: () => 'Votre code de connexion',
  heading: () => 'Votre code de connexion',
  summary: ({ expiresAt }) => `Il vaut jusqu’au ${formatDateTime(new Date(expiresAt))}.`,
  Body: ({ data, link }) => (
    <>
      <P>Saisissez ce code dans la page où vous l’avez demandé. Ne le donnez à personne&nbsp;: la CPOF ne le demande jamais autrement.</P>
      <Facts
        facts={[
          ['Code', <strong key="code">{link('code')}</strong>],
          ['Compte', data.account],
          ['Valable jusqu’au', formatDateTime(new Date(data.expiresAt))],
        ]}
      />
      <P quiet>Si vous n’avez rien demandé, ignorez ce message&nbsp;: sans ce code, personne n’entre.</P>
    </>
  ),
})
