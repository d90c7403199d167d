import * as migration_20261125_041542_first from './20261125_041542_first';
import * as migration_20261125_043212_members from './20261125_043212_members';

export const migrations = [
  {
    up: migration_20261125_041542_first.up,
    down: migration_20261125_041542_first.down,
    name: '20261125_041542_first',
  },
  {
    up: migration_20261125_043212_members.up,
    down: migration_20261125_043212_members.down,
    name: '20261125_043212_members'
  },
];
