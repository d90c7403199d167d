import { addParisDays, parisDay } from '../lib/dates.ts'
import type { MailData } from '../mail/catalogue.ts'
import { fullName } from './names.ts'
import { expiryDay } from './expiry.ts'
import { linkTo, SIGNING_LINK_DAYS } from './links.ts'
import type { FileInHand } from './on-file.ts'
import { idOf } from './present.ts'

export type Occasion = MailData['signature-link']['occasion']

type Written = Pick<FileInHand, 'unit' | 'adhesion' | 'at' | 'subject' | 'owe'>

/** Owes the representative the link to the signature, live for another 30 days, and notes when on the file. */
export async function sendSignatureLink(file: FileInHand, occasion: Occasion): Promise<void> {
  await file.move(file.adhesion.status, { linkSentAt: file.at.toISOString() })
  await oweSignatureLink(file, occasion)
}

/** The same for a file that has just been written with its `linkSentAt`. */
export async function oweSignatureLink(file: Written, occasion: Occasion): Promise<void> {
  const { adhesion } = file
  await file.owe({
    template: 'signature-link',
    key: [adhesion.rev],
    recipient: adhesion.representative?.email ?? '',
    data: await signatureLinkData(file, occasion),
    links: { sign: await linkTo(file, 'sign') },
  })
}

async function signatureLinkData(
  { unit: { payload, req }, adhesion, at }: Written,
  occasion: Occasion,
): Promise<MailData['signature-link']> {
  const version = await payload.findByID({
    collection: 'charter-versions',
    id: idOf(adhesion.charterVersion) ?? '',
    depth: 0,
    req,
    overrideAccess: true,
  })
  const linkEnds = parisDay(addParisDays(at, SIGNING_LINK_DAYS))
  const fileEnds = expiryDay(adhesion)
  return {
    reference: adhesion.reference,
    kind: adhesion.kind,
    organisation: adhesion.organisation.legalName,
    representative: fullName(adhesion.representative),
    contact: adhesion.contact?.email ? fullName(adhesion.contact) : null,
    charterNumber: version.number,
    linkExpiresOn: linkEnds < fileEnds ? linkEnds : fileEnds,
    occasion,
  }
}
