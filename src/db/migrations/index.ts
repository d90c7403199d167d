import * as migration_20261127_201435_first from './20261127_201435_first';

export const migrations = [
  {
    up: migration_20261127_201435_first.up,
    down: migration_20261127_201435_first.down,
    name: '20261127_201435_first'
  },
];
