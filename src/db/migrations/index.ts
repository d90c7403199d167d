import * as migration_20261125_041542_first from './20261125_041542_first';

export const migrations = [
  {
    up: migration_20261125_041542_first.up,
    down: migration_20261125_041542_first.down,
    name: '20261125_041542_first'
  },
];
