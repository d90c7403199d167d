import { MESSAGE } from '../description/answer-shapes.ts'
import { saying } from '../description/said.ts'
import type { OwnEndpoint } from '../posting.ts'
import { ownPasswordEndpoint } from './own-password.ts'
import { secondFactorEndpoints } from './second-factor.ts'
import { sessionEndpoints } from './sessions.ts'
import { signInEndpoints } from './sign-in.ts'

/** How the staff signs in, and what everybody sees and ends of it. Before Payload's own, whose addresses they take. */
export const accountEndpoints: OwnEndpoint[] = [
  ...signInEndpoints.map((each) => saying(each, { by: ['anybody'], answer: MESSAGE.partial().loose() })),
  ...sessionEndpoints,
  ...secondFactorEndpoints,
  ownPasswordEndpoint,
]
