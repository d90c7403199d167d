import type { Endpoint } from 'payload'

export const memberEndpoints: Endpoint[] = []
