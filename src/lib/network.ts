import { isIPv6 } from 'node:net'

/** Groups of an IPv6 address that are one customer's: a household or a server is given a /56 or more. */
const PREFIX_BITS = 56

/**
 * The network that an address stands for when what comes from it is counted: an IPv4 address itself, the /56 of an
 * IPv6 address, since whoever has one address of it has them all.
 */
export function networkOf(ip: string): string {
  const address = ip
    .trim()
    .toLowerCase()
    .replace(/^::ffff:(?=\d+\.)/, '')
    .replace(/%.*$/, '')
  if (!isIPv6(address)) return address
  const bits = groupsOf(address)
    .map((group) => group.toString(2).padStart(16, '0'))
    .join('')
    .slice(0, PREFIX_BITS)
  const groups = (bits.padEnd(64, '0').match(/.{16}/g) ?? []).map((group) => Number.parseInt(group, 2).toString(16))
  return `${groups.join(':')}::/${PREFIX_BITS}`
}

/** The eight groups of an IPv6 address, however it is written. */
function groupsOf(address: string): number[] {
  const [head = '', tail = ''] = address.split('::')
  const left = numbersIn(head)
  if (!address.includes('::')) return left
  const right = numbersIn(tail)
  return [...left, ...Array<number>(Math.max(0, 8 - left.length - right.length)).fill(0), ...right]
}

function numbersIn(text: string): number[] {
  return text
    .split(':')
    .filter((group) => group !== '')
    .flatMap((group) => {
      if (!group.includes('.')) return [Number.parseInt(group, 16)]
      const [a = 0, b = 0, c = 0, d = 0] = group.split('.').map(Number)
      return [a * 256 + b, c * 256 + d]
    })
}
