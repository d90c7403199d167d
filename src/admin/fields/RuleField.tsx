import type { UIFieldServerComponent } from 'payload'
import { ruleOfBody } from '../../governance/body-rule.ts'
import { COMPETENCE_LABELS } from '../../governance/competences.ts'
import { ruleInWords } from '../../governance/rule-in-words.ts'
import { Shown } from './Shown.tsx'
import { FIELD_WORDS } from './words.ts'

/** What a body decides and by which rule, in words; a body that is being entered has neither yet. */
export const RuleField: UIFieldServerComponent = async ({ id, operation, payload, req }) => {
  if (operation === 'create' || id === undefined) return null
  const { rule, competences } = await payload.findByID({
    collection: 'governance-bodies',
    id,
    depth: 0,
    overrideAccess: false,
    req,
  })
  const labels = (competences ?? []).map((each) => COMPETENCE_LABELS[each])
  return (
    <Shown label={FIELD_WORDS.rule} help={FIELD_WORDS.byProposal}>
      <p>{labels.length > 0 ? FIELD_WORDS.competences(labels.join(', ')) : FIELD_WORDS.noCompetence}</p>
      <p>{ruleInWords(ruleOfBody(rule))}</p>
      <p>{rule.article ? FIELD_WORDS.article(rule.article) : FIELD_WORDS.toVerify}</p>
    </Shown>
  )
}
