import { Secret, TOTP } from 'otpauth'

const PERIOD = 30

const generator = (secret: string, label: string): TOTP =>
  new TOTP({ issuer: 'CPOF', label, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: PERIOD })

/** A fresh secret for an application that makes codes (RFC 6238), in Base32. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32

/** The address that such an application reads from a QR code. */
export const totpUri = (secret: string, email: string): string => generator(secret, email).toString()

/** The step of time whose code was typed, a step before or after the present one at most; null for a wrong code. */
export function totpStep(secret: string, code: string, now: Date): number | null {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const delta = generator(secret, '').validate({ token, timestamp: now.getTime(), window: 1 })
  return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD) + delta
}
