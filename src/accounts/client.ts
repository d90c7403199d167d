import type { Device } from '../security/known-device.ts'

/** Who is at the other end of a sign-in: the caller's address and its network, what the browser says of itself, and the device it is known as. */
export type Visitor = { ip: string | null; network: string; userAgent: string | null; device: Device | null }
