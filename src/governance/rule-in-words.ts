import type { DecisionRule, Tie } from './rule.ts'

const NUMBERS = ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix']
const inWords = (count: number): string => NUMBERS[count] ?? String(count)
const feminine = (count: number): string => (count === 1 ? 'une' : inWords(count))

/** Shares that French names with a word of their own, in lowest terms. */
const NAMED_SHARES: Record<string, string> = {
  '1/4': 'un quart au moins des membres appelés à voter se prononcent',
  '1/3': 'un tiers au moins des membres appelés à voter se prononcent',
  '1/2': 'la moitié au moins des membres appelés à voter se prononcent',
  '2/3': 'les deux tiers au moins des membres appelés à voter se prononcent',
  '3/4': 'les trois quarts au moins des membres appelés à voter se prononcent',
  '1/1': 'tous les membres appelés à voter se prononcent',
}

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))

function quorumInWords({ numerator, denominator }: DecisionRule['quorum']): string {
  if (numerator === 0) return 'Aucun quorum n’est exigé.'
  const common = divisor(numerator, denominator)
  const [part, whole] = [numerator / common, denominator / common]
  const share =
    NAMED_SHARES[`${part}/${whole}`] ?? `les ${part}/${whole} au moins des membres appelés à voter se prononcent`
  return `Le quorum est atteint lorsque ${share}, abstentions comprises.`
}

function approvalInWords(minimum: number): string {
  if (minimum <= 1) return 'La proposition est adoptée lorsque les voix pour sont plus nombreuses que les voix contre.'
  const least = feminine(minimum)
  return `La proposition est adoptée lorsque les voix pour sont plus nombreuses que les voix contre et qu’il y en a au moins ${least}. Si moins de ${inWords(minimum)} membres peuvent voter, elle est renvoyée à une séance.`
}

const TIE_SENTENCES: Record<Tie, string> = {
  refer: 'En cas d’égalité, la proposition est renvoyée à la prochaine séance.',
  'chair-casts': 'En cas d’égalité, la voix de la présidence est prépondérante.',
  reject: 'En cas d’égalité, la proposition est rejetée.',
}

function proxiesInWords({ perPerson, countForQuorum }: DecisionRule['proxies']): string {
  if (perPerson === 0) return 'Personne ne peut voter pour un absent.'
  const holds =
    perPerson === 1
      ? 'En séance, un membre présent peut porter un seul pouvoir'
      : `En séance, un membre présent peut porter jusqu’à ${inWords(perPerson)} pouvoirs`
  return `${holds}\u202f; ${countForQuorum ? 'les pouvoirs comptent' : 'les pouvoirs ne comptent pas'} pour le quorum.`
}

function lengthInWords(days: number): string {
  return days === 1
    ? 'Le vote en ligne dure un jour au plus et s’achève dès que le résultat est acquis.'
    : `Le vote en ligne dure ${inWords(days)} jours au plus et s’achève dès que le résultat est acquis.`
}

/** The rule in French, for the people who vote under it. */
export function ruleInWords(rule: DecisionRule): string {
  return [
    quorumInWords(rule.quorum),
    approvalInWords(rule.minimumFor),
    'Elle est rejetée lorsque les voix contre sont plus nombreuses que les voix pour.',
    TIE_SENTENCES[rule.tie],
    'Sans quorum, ou si tous s’abstiennent, elle est renvoyée à la prochaine séance, jamais rejetée.',
    proxiesInWords(rule.proxies),
    lengthInWords(rule.ballotDays),
  ].join(' ')
}
