import * as migration_20261125_043810_first from './20261125_043810_first';

export const migrations = [
  {
    up: migration_20261125_043810_first.up,
    down: migration_20261125_043810_first.down,
    name: '20261125_043810_first'
  },
];
