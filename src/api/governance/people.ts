import { confirmLink, discardLink, proposeLink, refuseOwnRecord } from '../../governance/link-account.ts'
import { readNothing, readReason, secretariatEndpoint, type OwnEndpoint } from './secretariat-endpoint.ts'

/** `POST /api/people/:id/…`: which account acts for a person. `account: null` unlinks. */
export const peopleEndpoints: OwnEndpoint[] = [
  secretariatEndpoint('people', 'link-account', 'Rattachement proposé\u00a0: une seconde personne du secrétariat doit le confirmer.', (reader) => {
    if (!reader.has('account')) reader.fault('account', 'required')
    const account = reader.optionalText('account', 64) ?? null
    const deliberation = reader.text('deliberation', 200)
    reader.end()
    return ({ payload, ...act }) => proposeLink(payload, { ...act, account, deliberation })
  }, refuseOwnRecord),
  secretariatEndpoint('people', 'confirm', 'Confirmé.', (reader) => {
    readNothing(reader)
    return ({ payload, ...act }) => confirmLink(payload, act)
  }, refuseOwnRecord),
  secretariatEndpoint('people', 'discard', 'Abandonné.', (reader) => {
    const values = readReason(reader)
    return ({ payload, ...act }) => discardLink(payload, { ...act, ...values })
  }, refuseOwnRecord),
]
