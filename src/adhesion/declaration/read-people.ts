import { parseEmail } from '../../organisation/email.ts'
import { parsePhone, phoneHome } from '../../organisation/phone.ts'
import { CAPACITIES, type Contact, type DeclaredOrganisation, type Representative } from '../declaration-types.ts'
import { type ObjectReader, withoutAbsent } from './object-reader.ts'

const NAME = { max: 100, named: true }
const FUNCTION = { max: 150, named: true }
const EMAIL = { max: 254 }
const PHONE = { max: 50 }

/** Reads who signs; a phone number without a calling code is read where the organisation is. */
export function readRepresentative(reader: ObjectReader, organisation: DeclaredOrganisation): Representative {
  const representative = {
    firstName: reader.text('firstName', NAME),
    lastName: reader.text('lastName', NAME),
    function: reader.text('function', FUNCTION),
    capacity: reader.choice('capacity', CAPACITIES),
    email: readEmail(reader),
    phone: readPhone(reader, organisation),
  }
  reader.refuseOthers(['id'])
  return withoutAbsent(representative)
}

/** Reads who is written to, when that is somebody else. */
export function readContact(reader: ObjectReader, organisation: DeclaredOrganisation): Contact {
  const contact = {
    firstName: reader.text('firstName', NAME),
    lastName: reader.text('lastName', NAME),
    email: readEmail(reader),
    phone: readPhone(reader, organisation),
    function: reader.optionalText('function', FUNCTION),
  }
  reader.refuseOthers(['id'])
  return withoutAbsent(contact)
}

function readEmail(reader: ObjectReader): string {
  return reader.parsed('email', EMAIL, parseEmail)?.email ?? ''
}

function readPhone(reader: ObjectReader, { country, address }: DeclaredOrganisation): string | undefined {
  const home = phoneHome(country, address.postalCode)
  return reader.optional('phone', PHONE, (text) => parsePhone(text, home))?.phone
}
