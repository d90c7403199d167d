import type { Device } from '../security/known-device.ts'

/** The caller of a sign-in: address and network, the browser's name for itself, and the device it is known as. */
export type Visitor = { ip: string | null; network: string; userAgent: string | null; device: Device | null }
