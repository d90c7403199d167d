import type { UnitOfWork } from '../db/unit-of-work.ts'
import { now } from '../lib/clock.ts'
import { parisDay } from '../lib/dates.ts'
import { oweMessage } from '../record/messages.ts'
import type { User } from '../payload-types.ts'
import { deviceLabel } from '../security/device.ts'
import type { Visitor } from './client.ts'

type Holder = Pick<User, 'id' | 'email'>

const labelOf = ({ userAgent }: Visitor): string => deviceLabel(userAgent) ?? 'Appareil inconnu'

/** Tells the holder of an account that its password is another one. */
export async function tellPasswordChanged(unit: UnitOfWork, { id, email }: Holder): Promise<void> {
  const at = now().toISOString()
  await oweMessage(unit, {
    subject: `account:${id}`,
    template: 'password-changed',
    key: [at],
    recipient: email,
    data: { account: email, at },
    links: { panel: { path: `${unit.payload.config.routes.admin as `/${string}`}/forgot` } },
  })
}

/** Tells the holder that somebody signed in from a device that was never seen with the account: once a day for one kind of device. */
export async function tellNewDevice(unit: UnitOfWork, { id, email }: Holder, visitor: Visitor): Promise<void> {
  const at = now()
  await oweMessage(unit, {
    subject: `account:${id}`,
    template: 'new-device',
    key: [parisDay(at), labelOf(visitor), visitor.ip ?? ''],
    recipient: email,
    data: { account: email, at: at.toISOString(), device: labelOf(visitor), network: visitor.ip ?? 'inconnue' },
    links: { panel: { path: `${unit.payload.config.routes.admin as `/${string}`}/account` } },
  })
}

/** Tells the holder, once a day at most, that somebody tries passwords. */
export async function tellManyFailures(unit: UnitOfWork, { id, email }: Holder, visitor: Visitor): Promise<void> {
  const at = now()
  await oweMessage(unit, {
    subject: `account:${id}`,
    template: 'sign-in-failures',
    key: [parisDay(at)],
    recipient: email,
    data: { account: email, at: at.toISOString(), network: visitor.ip ?? 'inconnue' },
    links: { panel: { path: `${unit.payload.config.routes.admin as `/${string}`}/forgot` } },
  })
}
