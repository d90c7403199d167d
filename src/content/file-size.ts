const KB = 1_000
const MB = 1_000_000

/** A size as French readers write it: « 340 ko », « 1,2 Mo ». */
export function sizeOf(bytes: number): string {
  if (bytes < MB) return `${Math.max(1, Math.round(bytes / KB))}\u00a0ko`
  return `${(bytes / MB).toLocaleString('fr-FR', { maximumFractionDigits: 1 })}\u00a0Mo`
}
