import * as migration_20261127_201012_first from './20261127_201012_first';

export const migrations = [
  {
    up: migration_20261127_201012_first.up,
    down: migration_20261127_201012_first.down,
    name: '20261127_201012_first'
  },
];
