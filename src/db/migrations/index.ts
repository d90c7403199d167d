import * as migration_20261127_192102_first from './20261127_192102_first';

export const migrations = [
  {
    up: migration_20261127_192102_first.up,
    down: migration_20261127_192102_first.down,
    name: '20261127_192102_first'
  },
];
