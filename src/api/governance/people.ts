import { confirmPersonChange, discardPersonChange, proposeRename } from '../../accounts/rename-person.ts'
import { proposeLink, refuseOwnRecord } from '../../governance/link-account.ts'
import { fields, nullableText, text } from '../../input/fields.ts'
import type { OwnEndpoint } from '../posting.ts'
import { accessExport } from './access-export.ts'
import { deliberation } from './deliberation.ts'
import { NOTHING, REASONED, secretariatEndpoint } from './secretariat-endpoint.ts'
import { LENGTHS } from '../../input/lengths.ts'

/** `POST /api/people/:id/…`: which account acts for a person (`account: null` unlinks), and the name on record. */
export const peopleEndpoints: OwnEndpoint[] = [
  accessExport,
  secretariatEndpoint(
    'people',
    'link-account',
    'Rattachement proposé\u00a0: une seconde personne du secrétariat doit le confirmer.',
    fields({ account: nullableText(64), deliberation: deliberation() }),
    proposeLink,
    refuseOwnRecord,
  ),
  secretariatEndpoint(
    'people',
    'propose-name',
    'Nom proposé\u00a0: une seconde personne du secrétariat doit le confirmer.',
    fields({
      firstName: text(LENGTHS.personName, { named: true }),
      lastName: text(LENGTHS.personName, { named: true }),
      deliberation: deliberation(),
    }),
    proposeRename,
    refuseOwnRecord,
  ),
  secretariatEndpoint('people', 'confirm', 'Confirmé.', NOTHING, confirmPersonChange, refuseOwnRecord),
  secretariatEndpoint('people', 'discard', 'Abandonné.', REASONED, discardPersonChange, refuseOwnRecord),
]
