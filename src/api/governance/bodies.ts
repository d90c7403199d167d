import type { Endpoint } from 'payload'

export const bodyEndpoints: Endpoint[] = []
