// Loaded before everything else (`node -r`), and by Nodes that are too old: nothing here may need what it guards against.
// `--disable-warning` and `import.meta.dirname` came with 20.11; an older Node would only say "bad option".
'use strict'

var found = process.versions.node
var parts = found.split('.').map(Number)

if (parts[0] < 20 || (parts[0] === 20 && parts[1] < 19)) {
  console.error(
    process.env.npm_lifecycle_event === 'demo'
      ? 'Il faut Node 20.19 ou une version plus récente ; celle-ci est ' + found + '. Node 22 ou 24 convient le mieux.'
      : 'Node 20.19 or newer is needed; this is ' + found + '. Node 22 or 24 is best.',
  )
  process.exit(1)
}

// The tools read paths as addresses, in which these two begin what is no path: `next build` finds no style sheet there.
var folder = require('path').resolve(__dirname, '..', '..')
var astray = /[#?]/.exec(folder)

if (astray) {
  console.error(
    process.env.npm_lifecycle_event === 'demo'
      ? 'Le chemin du dossier contient « ' +
          astray[0] +
          ' », avec lequel la construction échoue : placez le projet dans un dossier dont le chemin est sans # ni ? (' +
          folder +
          ').'
      : 'The path of the folder has a "' +
          astray[0] +
          '", with which the build fails: move the project to a folder whose path has no # and no ? (' +
          folder +
          ').',
  )
  process.exit(1)
}

// What Node itself still calls experimental, and we use on purpose, is nothing that an operator can act on.
var emitWarning = process.emitWarning
process.emitWarning = function (warning, options) {
  var type = options && typeof options === 'object' ? options.type : options
  if (type !== 'ExperimentalWarning') return emitWarning.apply(process, arguments)
}
