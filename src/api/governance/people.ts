import type { Endpoint } from 'payload'

export const peopleEndpoints: Endpoint[] = []
