import type { Capability } from '../../payload-types.ts'
import type { CapabilityState } from '../../record/capabilities.ts'

/** Where a link leads: the file, the capability and whether it still opens anything. */
export type ReadLink = { id: string; capability: Capability; state: CapabilityState }
