import { ruleOfBody } from '../../governance/body-rule.ts'
import { COMPETENCE_LABELS, COMPETENCES } from '../../governance/competences.ts'
import { idOf } from '../../lib/ids.ts'
import { MANDATE_ROLES } from '../../governance/mandate-facts.ts'
import { MANDATE_ROLE_LABELS } from '../../governance/mandate-roles.ts'
import { TIE_LABELS, TIES } from '../../governance/rule.ts'
import { now } from '../../lib/clock.ts'
import { parisDay } from '../../lib/dates.ts'
import { CURRENT_STATUSES, isCurrent, MEMBER_STATUSES } from '../../membership/statuses.ts'
import { MEMBER_STATUS_LABELS } from '../../record/facts/labels.ts'
import type { GovernanceBody, Mandate, Member, Person } from '../../payload-types.ts'
import type { FieldModel, Option } from '../actions/model.ts'
import type { Reader } from '../reader.ts'
import { CHANGES, FIELDS, type PendingAction } from './words.ts'
import { LENGTHS } from '../../input/lengths.ts'

/** Something that may be proposed on a record, and what it asks. */
export type Proposable = { name: PendingAction; fields: FieldModel[] }

const deliberation: FieldModel = {
  kind: 'text',
  name: 'deliberation',
  label: FIELDS.deliberation,
  help: FIELDS.deliberationHelp,
  required: true,
  longest: LENGTHS.deliberation,
}

const options = <Value extends string>(values: readonly Value[], labels: Readonly<Record<Value, string>>): Option[] =>
  values.map((value) => ({ value, label: labels[value] }))

/** A mandate that counts may be changed or ended. */
export async function mandateProposals(
  { payload, req }: Reader,
  { confirmed, lastDay, firstDay, role, onBehalfOf }: Mandate,
): Promise<Proposable[]> {
  if (!confirmed) return []
  const { docs: members } = await payload.find({
    collection: 'members',
    where: { status: { in: [...CURRENT_STATUSES] } },
    select: { legalName: true },
    sort: 'searchKey',
    pagination: false,
    limit: 0,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return [
    {
      name: 'propose-end',
      fields: [
        {
          kind: 'day',
          name: 'lastDay',
          label: FIELDS.lastDay,
          required: true,
          least: firstDay,
          value: lastDay ?? parisDay(now()),
        },
        deliberation,
      ],
    },
    {
      name: 'propose-change',
      fields: [
        {
          kind: 'select',
          name: 'role',
          label: CHANGES.role,
          value: role,
          required: true,
          options: options(MANDATE_ROLES, MANDATE_ROLE_LABELS),
        },
        {
          kind: 'select',
          name: 'onBehalfOf',
          label: CHANGES.onBehalfOf,
          value: idOf(onBehalfOf) ?? '',
          empty: CHANGES.nobody,
          options: members.map(({ id, legalName }) => ({ value: id, label: legalName })),
        },
        { kind: 'day', name: 'firstDay', label: CHANGES.firstDay, value: firstDay, required: true },
        { kind: 'day', name: 'lastDay', label: CHANGES.lastDay, value: lastDay ?? '', empty: CHANGES.noEnd },
        deliberation,
      ],
    },
  ]
}

/** Which account acts for a person, and their name; one's own is for others to link. Accounts are offered by name and address: who links one must know whose it is. */
export async function personProposals({ payload, req, user }: Reader, person: Person): Promise<Proposable[]> {
  const { docs } = await payload.find({
    collection: 'users',
    select: { name: true, email: true },
    sort: 'name',
    pagination: false,
    limit: 0,
    depth: 0,
    overrideAccess: true,
    req,
  })
  const linked = idOf(person.account)
  const accounts = docs
    .filter(({ id }) => id !== user.id)
    .map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` }))
  const present = linked === null ? { required: true } : { value: linked, empty: CHANGES.noAccount }
  const name = (of: 'firstName' | 'lastName'): FieldModel => ({
    kind: 'text',
    name: of,
    label: FIELDS[of],
    required: true,
    longest: LENGTHS.personName,
    value: person[of],
  })
  return [
    {
      name: 'link-account',
      fields: [{ kind: 'select', name: 'account', label: FIELDS.account, options: accounts, ...present }, deliberation],
    },
    {
      name: 'propose-name',
      fields: [
        name('firstName'),
        name('lastName'),
        { ...deliberation, label: FIELDS.nameReason, help: FIELDS.nameReasonHelp },
      ],
    },
  ]
}

/** How a body decides, and what. */
export function bodyProposals({ rule: stored, competences }: GovernanceBody): Proposable[] {
  const rule = ruleOfBody(stored)
  const whole = (name: string, label: string, value: number, least = '0', help?: string): FieldModel => ({
    kind: 'number',
    name,
    label,
    value: String(value),
    least,
    required: true,
    ...(help ? { help } : {}),
  })
  return [
    {
      name: 'propose-rule',
      fields: [
        whole('rule.quorum.numerator', FIELDS.numerator, rule.quorum.numerator),
        whole('rule.quorum.denominator', FIELDS.denominator, rule.quorum.denominator, '1', FIELDS.quorumHelp),
        whole('rule.minimumFor', FIELDS.minimumFor, rule.minimumFor, '1'),
        {
          kind: 'select',
          name: 'rule.tie',
          label: FIELDS.tie,
          value: rule.tie,
          required: true,
          options: options(TIES, TIE_LABELS),
        },
        whole('rule.proxies.perPerson', FIELDS.perPerson, rule.proxies.perPerson),
        {
          kind: 'radio',
          name: 'rule.proxies.countForQuorum',
          label: FIELDS.countForQuorum,
          required: true,
          asFlag: true,
          value: String(rule.proxies.countForQuorum),
          options: [
            { value: 'true', label: FIELDS.yes },
            { value: 'false', label: FIELDS.no },
          ],
        },
        whole('rule.ballotDays', FIELDS.ballotDays, rule.ballotDays, '1'),
        {
          kind: 'text',
          name: 'article',
          label: FIELDS.article,
          help: FIELDS.articleHelp,
          longest: LENGTHS.article,
          value: stored.article ?? '',
          empty: CHANGES.noArticle,
        },
        {
          kind: 'checkboxes',
          name: 'competences',
          label: FIELDS.competences,
          options: options(COMPETENCES, COMPETENCE_LABELS),
          values: [...(competences ?? [])],
        },
        deliberation,
      ],
    },
  ]
}

/** Another status, or seat, for who is a member today. */
export function memberProposals({ confirmed, status, organisation, networkProposed }: Member): Proposable[] {
  if (!confirmed || !isCurrent(status)) return []
  const others = MEMBER_STATUSES.filter((each) => each !== status)
  const network: Proposable[] = networkProposed
    ? [
        { name: 'confirm-network', fields: [] },
        {
          name: 'discard-network',
          fields: [{ kind: 'textarea', name: 'reason', label: FIELDS.reason, longest: LENGTHS.reason }],
        },
      ]
    : []
  return [
    ...network,
    {
      name: 'change-status',
      fields: [
        {
          kind: 'radio',
          name: 'status',
          label: FIELDS.status,
          required: true,
          options: options(others, MEMBER_STATUS_LABELS),
        },
        {
          kind: 'day',
          name: 'day',
          label: FIELDS.statusDay,
          help: FIELDS.statusDayHelp,
          required: true,
          value: parisDay(now()),
        },
        deliberation,
      ],
    },
    ...(organisation.siren
      ? [
          {
            name: 'move-seat',
            fields: [
              {
                kind: 'text',
                name: 'siret',
                label: FIELDS.siret,
                help: FIELDS.siretHelp(organisation.siren),
                required: true,
              },
              { kind: 'text', name: 'source', label: FIELDS.seatSource, required: true, longest: 200 },
            ],
          } as const satisfies Proposable,
        ]
      : []),
  ]
}

/** The adoption of a draft as it is stored now. */
export function charterProposals({ status }: { status: 'draft' | 'adopted' }): Proposable[] {
  if (status === 'adopted') return []
  return [
    {
      name: 'propose-adoption',
      fields: [
        {
          kind: 'day',
          name: 'effectiveOn',
          label: FIELDS.effectiveOn,
          required: true,
          least: parisDay(now()),
          value: parisDay(now()),
        },
        deliberation,
      ],
    },
  ]
}
