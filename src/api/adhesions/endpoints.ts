import type { Endpoint } from 'payload'
import { exportEndpoint } from '../exports/export-endpoint.ts'
import { batchEndpoint } from './batch-endpoint.ts'
import { federationReads } from './federation-reads.ts'
import { evidenceEndpoint } from './evidence-endpoint.ts'
import { bulkEndpoint } from './bulk-endpoint.ts'
import { linkEndpoints } from './link-endpoints.ts'
import { signEndpoint } from './sign-endpoint.ts'
import { staffEndpoints } from './staff-endpoints.ts'
import { submitEndpoint } from './submit-endpoint.ts'

/**
 * `POST /api/adhesions` (in place of Payload's create), `/batch`, `/sign`, the table of files, what applicants do by their links,
 * what the staff do on a file, and what a federation reads by its key.
 */
export const adhesionEndpoints: Omit<Endpoint, 'root'>[] = [
  submitEndpoint,
  batchEndpoint,
  signEndpoint,
  exportEndpoint('adhesions'),
  bulkEndpoint,
  evidenceEndpoint,
  ...linkEndpoints,
  ...staffEndpoints,
  // Last: any word would be a name to them.
  ...federationReads,
]
