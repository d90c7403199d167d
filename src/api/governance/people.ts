import { confirmPersonChange, discardPersonChange, proposeRename } from '../../accounts/rename-person.ts'
import { proposeLink, refuseOwnRecord } from '../../governance/link-account.ts'
import { readNothing, readReason, secretariatEndpoint, type OwnEndpoint } from './secretariat-endpoint.ts'

/** `POST /api/people/:id/…`: which account acts for a person (`account: null` unlinks), and the name on record. */
export const peopleEndpoints: OwnEndpoint[] = [
  secretariatEndpoint(
    'people',
    'link-account',
    'Rattachement proposé\u00a0: une seconde personne du secrétariat doit le confirmer.',
    (reader) => {
      if (!reader.has('account')) reader.fault('account', 'required')
      const account = reader.optionalText('account', 64) ?? null
      const deliberation = reader.text('deliberation', 200)
      reader.end()
      return ({ payload, ...act }) => proposeLink(payload, { ...act, account, deliberation })
    },
    refuseOwnRecord,
  ),
  secretariatEndpoint(
    'people',
    'propose-name',
    'Nom proposé\u00a0: une seconde personne du secrétariat doit le confirmer.',
    (reader) => {
      const firstName = reader.text('firstName', 80)
      const lastName = reader.text('lastName', 80)
      const deliberation = reader.text('deliberation', 200)
      reader.end()
      return ({ payload, ...act }) => proposeRename(payload, { ...act, firstName, lastName, deliberation })
    },
    refuseOwnRecord,
  ),
  secretariatEndpoint(
    'people',
    'confirm',
    'Confirmé.',
    (reader) => {
      readNothing(reader)
      return ({ payload, ...act }) => confirmPersonChange(payload, act)
    },
    refuseOwnRecord,
  ),
  secretariatEndpoint(
    'people',
    'discard',
    'Abandonné.',
    (reader) => {
      const values = readReason(reader)
      return ({ payload, ...act }) => discardPersonChange(payload, { ...act, ...values })
    },
    refuseOwnRecord,
  ),
]
