import * as migration_20261127_193851_first from './20261127_193851_first';

export const migrations = [
  {
    up: migration_20261127_193851_first.up,
    down: migration_20261127_193851_first.down,
    name: '20261127_193851_first'
  },
];
