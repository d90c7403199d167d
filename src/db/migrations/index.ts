import * as migration_20261127_194910_first from './20261127_194910_first';

export const migrations = [
  {
    up: migration_20261127_194910_first.up,
    down: migration_20261127_194910_first.down,
    name: '20261127_194910_first'
  },
];
