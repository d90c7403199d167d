import type { RuleChange } from '../../governance/body-rule.ts'
import { confirmRule, discardRule, proposeRule } from '../../governance/change-rule.ts'
import { COMPETENCES } from '../../governance/competences.ts'
import { TIES } from '../../governance/rule.ts'
import type { BodyReader } from '../adhesions/body.ts'
import { readNothing, readReason, secretariatEndpoint, type OwnEndpoint } from './secretariat-endpoint.ts'

/** A rule in the shape in which the API takes it; undefined when none is sent. */
export function readRule(reader: BodyReader): RuleChange['rule'] | undefined {
  return reader.group('rule', (rule) => ({
    quorum:
      rule.group('quorum', (quorum) => ({
        numerator: quorum.whole('numerator'),
        denominator: quorum.whole('denominator'),
      })) ?? required(rule, 'quorum', { numerator: 0, denominator: 1 }),
    minimumFor: rule.whole('minimumFor'),
    tie: rule.choice('tie', TIES) ?? 'refer',
    proxies:
      rule.group('proxies', (proxies) => ({
        perPerson: proxies.whole('perPerson'),
        countForQuorum: proxies.flag('countForQuorum') ?? required(proxies, 'countForQuorum', false),
      })) ?? required(rule, 'proxies', { perPerson: 0, countForQuorum: false }),
    ballotDays: rule.whole('ballotDays'),
  }))
}

function required<Value>(reader: BodyReader, name: string, instead: Value): Value {
  reader.fault(name, 'required')
  return instead
}

/** What is named is proposed; the rest stays as it is. */
function readChange(reader: BodyReader): Partial<RuleChange> {
  const rule = readRule(reader)
  const competences = reader.has('competences')
    ? reader.list('competences', (entry, at) => {
        const known = COMPETENCES.find((each) => each === entry)
        if (!known) reader.fault(at, 'not-a-choice')
        return known
      })
    : undefined
  return {
    ...(rule ? { rule } : {}),
    ...(reader.has('article') ? { article: reader.optionalText('article', 120) ?? null } : {}),
    ...(competences ? { competences: [...new Set(competences)] } : {}),
  }
}

/** `POST /api/governance-bodies/:id/…`: how a body decides, and what. */
export const bodyEndpoints: OwnEndpoint[] = [
  secretariatEndpoint(
    'governance-bodies',
    'propose-rule',
    'Règle proposée\u00a0: une seconde personne du secrétariat doit la confirmer.',
    (reader) => {
      const change = readChange(reader)
      const deliberation = reader.text('deliberation', 200)
      reader.end()
      return ({ payload, ...act }) => proposeRule(payload, { ...act, change, deliberation })
    },
  ),
  secretariatEndpoint('governance-bodies', 'confirm', 'Confirmé.', (reader) => {
    readNothing(reader)
    return ({ payload, ...act }) => confirmRule(payload, act)
  }),
  secretariatEndpoint('governance-bodies', 'discard', 'Abandonné.', (reader) => {
    const values = readReason(reader)
    return ({ payload, ...act }) => discardRule(payload, { ...act, ...values })
  }),
]
