import * as migration_20261127_195421_first from './20261127_195421_first';

export const migrations = [
  {
    up: migration_20261127_195421_first.up,
    down: migration_20261127_195421_first.down,
    name: '20261127_195421_first'
  },
];
