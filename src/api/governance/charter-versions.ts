import { confirmAdoption, discardAdoption, proposeAdoption } from '../../charter/adopt.ts'
import { lexicalToMarkdown } from '../../content/lexical-markdown.ts'
import { readNothing, readReason, secretariatEndpoint, type OwnEndpoint } from './secretariat-endpoint.ts'

const toMarkdown = lexicalToMarkdown

/** `POST /api/charter-versions/:id/…`: the adoption of a version, which then changes no more. */
export const charterEndpoints: OwnEndpoint[] = [
  secretariatEndpoint(
    'charter-versions',
    'propose-adoption',
    'Adoption proposée\u00a0: une seconde personne du secrétariat doit la confirmer.',
    (reader) => {
      const effectiveOn = reader.day('effectiveOn')
      const deliberation = reader.text('deliberation', 200)
      reader.end()
      return ({ payload, ...act }) => proposeAdoption(payload, { ...act, toMarkdown, effectiveOn, deliberation })
    },
  ),
  secretariatEndpoint('charter-versions', 'confirm', 'Version adoptée.', (reader) => {
    readNothing(reader)
    return ({ payload, ...act }) => confirmAdoption(payload, { ...act, toMarkdown })
  }),
  secretariatEndpoint('charter-versions', 'discard', 'Abandonné.', (reader) => {
    const values = readReason(reader)
    return ({ payload, ...act }) => discardAdoption(payload, { ...act, ...values })
  }),
]
