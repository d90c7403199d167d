// @ts-check
import { providePython } from './python.mjs'

/**
 * moto, which answers as S3 does, with what it needs to speak HTTP and nothing for the other services that it imitates.
 *
 * @returns {Promise<string | null>} the program's path, null when none is to be had on this machine
 */
export const provideMoto = () =>
  providePython({
    program: 'moto_server',
    packages: ['moto==5.2.5', 'flask', 'flask-cors', 'PyYAML', 'py-partiql-parser'],
    given: process.env.MOTO_SERVER,
  })
