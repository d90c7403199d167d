import { confirmAdoption, discardAdoption, proposeAdoption } from '../../charter/adopt.ts'
import { lexicalToMarkdown } from '../../content/lexical-markdown.ts'
import { day, fields } from '../../input/fields.ts'
import { deliberation } from './deliberation.ts'
import type { OwnEndpoint } from '../posting.ts'
import { NOTHING, REASONED, secretariatEndpoint } from './secretariat-endpoint.ts'

const toMarkdown = lexicalToMarkdown

/** `POST /api/charter-versions/:id/…`: the adoption of a version, which then changes no more. */
export const charterEndpoints: OwnEndpoint[] = [
  secretariatEndpoint(
    'charter-versions',
    'propose-adoption',
    'Adoption proposée\u00a0: une seconde personne du secrétariat doit la confirmer.',
    fields({ effectiveOn: day(), deliberation: deliberation() }),
    (payload, act) => proposeAdoption(payload, { ...act, toMarkdown }),
  ),
  secretariatEndpoint('charter-versions', 'confirm', 'Version adoptée.', NOTHING, (payload, act) =>
    confirmAdoption(payload, { ...act, toMarkdown }),
  ),
  secretariatEndpoint('charter-versions', 'discard', 'Abandonné.', REASONED, discardAdoption),
]
