// @ts-check
import { providePython } from './python.mjs'

/**
 * schemathesis, which asks an API what its description says may be asked, and looks whether the answers are described. In its environment
 * is what the client of `docs/api/client.py` asks for too.
 *
 * @returns {Promise<string | null>} the program's path, null when none is to be had on this machine
 */
export const provideSchemathesis = () =>
  providePython({
    program: 'schemathesis',
    packages: ['schemathesis==4.32.5', 'httpx==0.28.1'],
    given: process.env.SCHEMATHESIS,
  })
