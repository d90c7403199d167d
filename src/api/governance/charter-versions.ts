import type { Endpoint } from 'payload'

export const charterEndpoints: Endpoint[] = []
