import type { Endpoint } from 'payload'
import { exportEndpoint } from '../exports/export-endpoint.ts'
import { signEndpoint } from './sign-endpoint.ts'
import { staffEndpoints } from './staff-endpoints.ts'
import { submitEndpoint } from './submit-endpoint.ts'

/** `POST /api/adhesions` (in place of Payload's create), `/sign`, the table of files, and what the staff do on a file. */
export const adhesionEndpoints: Omit<Endpoint, 'root'>[] = [
  submitEndpoint,
  signEndpoint,
  exportEndpoint('adhesions'),
  ...staffEndpoints,
]
