import * as migration_20261127_201435_first from './20261127_201435_first';
import * as migration_20261127_220000_publishing from './20261127_220000_publishing';
import * as migration_20261130_010000_hold from './20261130_010000_hold';
import * as migration_20261130_094919_rounds from './20261130_094919_rounds';
import * as migration_20261130_124738_request_keys from './20261130_124738_request_keys';
import * as migration_20261130_132334_last_writers from './20261130_132334_last_writers';
import * as migration_20261130_134615_subjects from './20261130_134615_subjects';
import * as migration_20261130_164946_trash from './20261130_164946_trash';
import * as migration_20261130_171721_federations from './20261130_171721_federations';
import * as migration_20261130_173129_event_state from './20261130_173129_event_state';
import * as migration_20261130_174123_proposed_networks from './20261130_174123_proposed_networks';
import * as migration_20261130_210400_list_keys from './20261130_210400_list_keys';
import * as migration_20261130_211026_privacy_notice from './20261130_211026_privacy_notice';
import * as migration_20261130_212141_redirects_by_hand from './20261130_212141_redirects_by_hand';
import * as migration_20261130_212941_webhooks from './20261130_212941_webhooks';
import * as migration_20261130_213718_join_drafts from './20261130_213718_join_drafts';

export const migrations = [
  {
    up: migration_20261127_201435_first.up,
    down: migration_20261127_201435_first.down,
    name: '20261127_201435_first',
  },
  {
    up: migration_20261127_220000_publishing.up,
    down: migration_20261127_220000_publishing.down,
    name: '20261127_220000_publishing',
  },
  {
    up: migration_20261130_010000_hold.up,
    down: migration_20261130_010000_hold.down,
    name: '20261130_010000_hold',
  },
  {
    up: migration_20261130_094919_rounds.up,
    down: migration_20261130_094919_rounds.down,
    name: '20261130_094919_rounds',
  },
  {
    up: migration_20261130_124738_request_keys.up,
    down: migration_20261130_124738_request_keys.down,
    name: '20261130_124738_request_keys',
  },
  {
    up: migration_20261130_132334_last_writers.up,
    down: migration_20261130_132334_last_writers.down,
    name: '20261130_132334_last_writers',
  },
  {
    up: migration_20261130_134615_subjects.up,
    down: migration_20261130_134615_subjects.down,
    name: '20261130_134615_subjects',
  },
  {
    up: migration_20261130_164946_trash.up,
    down: migration_20261130_164946_trash.down,
    name: '20261130_164946_trash',
  },
  {
    up: migration_20261130_171721_federations.up,
    down: migration_20261130_171721_federations.down,
    name: '20261130_171721_federations',
  },
  {
    up: migration_20261130_173129_event_state.up,
    down: migration_20261130_173129_event_state.down,
    name: '20261130_173129_event_state',
  },
  {
    up: migration_20261130_174123_proposed_networks.up,
    down: migration_20261130_174123_proposed_networks.down,
    name: '20261130_174123_proposed_networks',
  },
  {
    up: migration_20261130_210400_list_keys.up,
    down: migration_20261130_210400_list_keys.down,
    name: '20261130_210400_list_keys',
  },
  {
    up: migration_20261130_211026_privacy_notice.up,
    down: migration_20261130_211026_privacy_notice.down,
    name: '20261130_211026_privacy_notice',
  },
  {
    up: migration_20261130_212141_redirects_by_hand.up,
    down: migration_20261130_212141_redirects_by_hand.down,
    name: '20261130_212141_redirects_by_hand',
  },
  {
    up: migration_20261130_212941_webhooks.up,
    down: migration_20261130_212941_webhooks.down,
    name: '20261130_212941_webhooks',
  },
  {
    up: migration_20261130_213718_join_drafts.up,
    down: migration_20261130_213718_join_drafts.down,
    name: '20261130_213718_join_drafts'
  },
];
