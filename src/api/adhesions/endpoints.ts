import type { Endpoint } from 'payload'
import { signEndpoint } from './sign-endpoint.ts'
import { staffEndpoints } from './staff-endpoints.ts'
import { submitEndpoint } from './submit-endpoint.ts'

/** `POST /api/adhesions` (in place of Payload's create), `/sign`, and what the staff do on a file. */
export const adhesionEndpoints: Omit<Endpoint, 'root'>[] = [submitEndpoint, signEndpoint, ...staffEndpoints]
