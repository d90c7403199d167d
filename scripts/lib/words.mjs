// @ts-check

/** What the commands say while they work: French in the demo, which anybody of the CPOF may start, English elsewhere. */
export const words = {
  en: {
    startWith: (/** @type {string} */ command) => `Start it with "${command}", which gives Node the options it needs.`,
    install: 'Installing the packages',
    buildServer: 'Building the server',
    buildPanel: 'Building the administration panel',
    buildPageOfNext: 'Building the page of Next’s to compare with',
    upToDate: 'The build is up to date.',
    seconds: (/** @type {number} */ count) => `${count} s`,
    failed: (/** @type {string} */ what) => `${what}: failed.`,
    noFolder: (/** @type {string} */ place, /** @type {string} */ code) =>
      `${place} cannot be written (${code}): give another folder with DATA_DIR=….`,
  },
  fr: {
    startWith: (/** @type {string} */ command) => `Lancez « ${command} », qui donne à Node les options nécessaires.`,
    install: 'Installation des paquets (une à deux minutes, la première fois)',
    buildServer: 'Construction du serveur',
    buildPanel: 'Construction de l’administration (environ une minute, la première fois)',
    buildPageOfNext: 'Construction de la page de Next à comparer',
    upToDate: 'La construction est à jour.',
    seconds: (/** @type {number} */ count) => `${count} s`,
    failed: (/** @type {string} */ what) => `${what} : échec.`,
    noFolder: (/** @type {string} */ place, /** @type {string} */ code) =>
      `Impossible d’écrire ${place} (${code}) : indiquez un autre dossier avec DATA_DIR=….`,
  },
}

/** @typedef {typeof words.en} Words */
