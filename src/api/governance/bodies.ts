import type { RuleChange } from '../../governance/body-rule.ts'
import { confirmRule, discardRule, proposeRule } from '../../governance/change-rule.ts'
import { COMPETENCES } from '../../governance/competences.ts'
import { TIES } from '../../governance/rule.ts'
import { choice, clearableText, fields, flag, list, optional, part, whole } from '../../input/fields.ts'
import { withoutAbsent } from '../../lib/without-absent.ts'
import type { OwnEndpoint } from '../posting.ts'
import { deliberation } from './deliberation.ts'
import { NOTHING, REASONED, secretariatEndpoint } from './secretariat-endpoint.ts'
import { LENGTHS } from '../../input/lengths.ts'

/** A rule in the shape in which the API and the files of the commands take it. */
export const RULE = fields({
  quorum: part({ numerator: whole(), denominator: whole() }),
  minimumFor: whole(),
  tie: choice(TIES),
  proxies: part({ perPerson: whole(), countForQuorum: flag() }),
  ballotDays: whole(),
})

/** The article of the statutes that a rule rests on; null where it is still to be looked up. */
export const article = () => clearableText(LENGTHS.article)

/** What is named is proposed; the rest stays as it is. */
const CHANGE = fields({
  rule: optional(RULE),
  article: article(),
  competences: optional(list(choice(COMPETENCES))),
  deliberation: deliberation(),
})

/** `POST /api/governance-bodies/:id/…`: how a body decides, and what. */
export const bodyEndpoints: OwnEndpoint[] = [
  secretariatEndpoint(
    'governance-bodies',
    'propose-rule',
    'Règle proposée\u00a0: une seconde personne du secrétariat doit la confirmer.',
    CHANGE,
    (payload, { rule, article: source, competences, ...act }) => {
      const change: Partial<RuleChange> = withoutAbsent({
        rule,
        article: source,
        competences: competences && [...new Set(competences)],
      })
      return proposeRule(payload, { ...act, change })
    },
  ),
  secretariatEndpoint('governance-bodies', 'confirm', 'Confirmé.', NOTHING, confirmRule),
  secretariatEndpoint('governance-bodies', 'discard', 'Abandonné.', REASONED, discardRule),
]
