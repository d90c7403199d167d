import * as migration_20261127_200044_first from './20261127_200044_first';

export const migrations = [
  {
    up: migration_20261127_200044_first.up,
    down: migration_20261127_200044_first.down,
    name: '20261127_200044_first'
  },
];
