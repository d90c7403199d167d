// @ts-check
import { install, isInstalled } from './install.mjs'
import { step } from './processes.mjs'

/**
 * Installs the packages where they are missing or are not those of the lock file.
 * @param {import('./words.mjs').Words} words
 * @returns {Promise<boolean>}
 */
export const prepare = async (words) => isInstalled() || step(words.install, words, install)
