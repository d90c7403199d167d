/**
 * The sentence beside the box that the representative ticks. It enters the evidence as it was shown: change
 * it freely, earlier signatures keep theirs.
 */
export function consentSentence({
  organisation,
  charterNumber,
}: {
  organisation: string
  charterNumber: number
}): string {
  return `J’ai lu la version ${charterNumber} de la charte de la CPOF, je déclare avoir le pouvoir d’engager ${organisation} et je signe cette charte en son nom.`
}
