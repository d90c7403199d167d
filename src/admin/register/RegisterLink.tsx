import type { ServerProps } from 'payload'
import { mayReadRegister } from '../../../access/register-readers.ts'
import { readerFor } from '../reader.ts'
import { REGISTER, REGISTER_PATH } from './words.ts'

/** The way to the register of processing, for who may read it. */
export async function RegisterLink({ payload, user }: ServerProps) {
  const reader = await readerFor(payload, user)
  if (!reader || !mayReadRegister(reader)) return null
  return (
    <a className="nav__link" href={REGISTER_PATH}>
      <span className="nav__link-label">{REGISTER.title}</span>
    </a>
  )
}
