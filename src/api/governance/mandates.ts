import type { Endpoint } from 'payload'

export const mandateEndpoints: Endpoint[] = []
