import { decidingBody } from '../../deliberation/deciders.ts'
import type { GovernanceBody } from '../../payload-types.ts'
import type { Case } from '../lifecycle/action.ts'
import { denied } from '../lifecycle/denials.ts'

/** The one body that validates adhesions, or null where there is none. */
export const bodyThatDecides = ({ unit: { payload, req } }: Pick<Case, 'unit'>): Promise<GovernanceBody | null> =>
  decidingBody(payload, req, 'adhesion-validation')

/** The one body that validates adhesions. @throws DomainError 409 `no-body` */
export async function requireBody(of: Pick<Case, 'unit'>): Promise<GovernanceBody> {
  const body = await bodyThatDecides(of)
  if (!body) throw denied('no-body')
  return body
}
