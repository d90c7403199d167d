import { isRename } from '../../accounts/rename-person.ts'
import { isAdoption } from '../../charter/adopt.ts'
import { isRuleChange } from '../../governance/body-rule.ts'
import { COMPETENCE_LABELS } from '../../governance/competences.ts'
import { isLink } from '../../governance/link-account.ts'
import { isMandateChange } from '../../governance/mandate-change.ts'
import { MANDATE_ROLE_LABELS } from '../../governance/mandate-roles.ts'
import { ruleInWords } from '../../governance/rule-in-words.ts'
import { formatDay } from '../../lib/dates.ts'
import { isMemberChange } from '../../membership/change.ts'
import { MEMBER_STATUS_LABELS } from '../../record/facts/labels.ts'
import type { Confirmable } from '../../record/second-person.ts'
import type { Fact } from '../fact.ts'
import { accountNames, asReader, type Reader } from '../reader.ts'
import { CHANGES } from './words.ts'

/** What a proposal would change, line by line. */
export async function changeFacts(reader: Reader, collection: Confirmable, change: unknown): Promise<Fact[]> {
  switch (collection) {
    case 'mandates':
      return isMandateChange(change) ? mandateFacts(reader, change) : []
    case 'people':
      if (isRename(change)) return [{ label: CHANGES.name, value: `${change.firstName} ${change.lastName}` }]
      return isLink(change) ? accountFacts(reader, change.account) : []
    case 'governance-bodies':
      return isRuleChange(change)
        ? [
            { label: CHANGES.rule, value: ruleInWords(change.rule) },
            { label: CHANGES.article, value: change.article ?? CHANGES.noArticle },
            {
              label: CHANGES.competences,
              value: change.competences.map((each) => COMPETENCE_LABELS[each]).join(', ') || CHANGES.none,
            },
          ]
        : []
    case 'members':
      return isMemberChange(change) ? memberFacts(reader, change) : []
    case 'charter-versions':
      return isAdoption(change)
        ? [
            { label: CHANGES.effectiveOn, value: formatDay(change.effectiveOn) },
            { label: CHANGES.sha256, value: change.sha256 },
          ]
        : []
  }
}

type Narrowed<Guard> = Guard extends (value: unknown) => value is infer Change ? Change : never

async function mandateFacts(reader: Reader, change: Narrowed<typeof isMandateChange>): Promise<Fact[]> {
  if (change.kind === 'end') return [{ label: CHANGES.ends, value: formatDay(change.lastDay) }]
  const { role, onBehalfOf, firstDay, lastDay } = change
  return [
    ...(role === undefined ? [] : [{ label: CHANGES.role, value: MANDATE_ROLE_LABELS[role] }]),
    ...(onBehalfOf === undefined ? [] : [{ label: CHANGES.onBehalfOf, value: await memberName(reader, onBehalfOf) }]),
    ...(firstDay === undefined ? [] : [{ label: CHANGES.firstDay, value: formatDay(firstDay) }]),
    ...(lastDay === undefined
      ? []
      : [{ label: CHANGES.lastDay, value: lastDay === null ? CHANGES.noEnd : formatDay(lastDay) }]),
  ]
}

async function memberName(reader: Reader, id: string | null): Promise<string> {
  const member =
    id === null
      ? null
      : await reader.payload.findByID({ collection: 'members', id, ...asReader(reader), disableErrors: true })
  return member?.legalName ?? CHANGES.nobody
}

async function accountFacts(reader: Reader, account: string | null): Promise<Fact[]> {
  const names = await accountNames(reader, [account])
  return [{ label: CHANGES.account, value: account === null ? CHANGES.noAccount : (names.get(account) ?? account) }]
}

async function memberFacts(reader: Reader, change: Narrowed<typeof isMemberChange>): Promise<Fact[]> {
  if (change.kind === 'status') {
    return [
      { label: CHANGES.status, value: MEMBER_STATUS_LABELS[change.status] },
      { label: CHANGES.day, value: formatDay(change.day) },
    ]
  }
  const { signatory, signedOn, scan } = change.signature
  const file = scan
    ? await reader.payload.findByID({
        collection: 'attachments',
        id: scan.attachment,
        ...asReader(reader),
        disableErrors: true,
      })
    : null
  return [
    { label: CHANGES.entry, value: CHANGES.entered },
    { label: CHANGES.signatory, value: signatory },
    { label: CHANGES.signedOn, value: formatDay(signedOn) },
    { label: CHANGES.scan, value: file ? CHANGES.openScan : CHANGES.noScan, ...(file?.url ? { href: file.url } : {}) },
  ]
}
