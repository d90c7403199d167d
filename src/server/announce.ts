import type { Env } from '../env.ts'
import type { Seeded } from '../demo/seed.ts'

/** The lines that the demo prints once it listens: addresses, accounts, and where e-mails arrive. */
export function announcement(
  env: Pick<Env, 'PUBLIC_URL' | 'DEMO_PASSWORD' | 'SMTP_URL'>,
  accounts: Seeded['accounts'],
  made: string | null,
): string {
  const mails = env.SMTP_URL ? `les courriels partent par le serveur configuré` : `${env.PUBLIC_URL}/courriels`
  const password =
    made ?? env.DEMO_PASSWORD ?? 'celui de la création (« npm run demo -- --reset » recommence avec un autre)'
  const width = Math.max(...accounts.map(({ email }) => email.length))
  return [
    '',
    `  La CPOF est ouverte\u00a0: ${env.PUBLIC_URL}`,
    '',
    `  Site public       ${env.PUBLIC_URL}/`,
    `  Back-office       ${env.PUBLIC_URL}/admin`,
    `  Courriels reçus   ${mails}`,
    '',
    `  Mot de passe de tous les comptes\u00a0: ${password}`,
    ...accounts.map(({ email, title }) => `    ${email.padEnd(width)}   ${title}`),
    '',
    '  Ctrl+C pour arrêter.',
    '',
  ].join('\n')
}
