import {hostile} from './hostile.ts';
import {leakedKey} from './leaked-key.ts';
import {limited} from './limited.ts';
import {relapse} from './relapse/relapse.ts';
import type {Scenario} from './scenario.ts';
import {sprawl} from './sprawl/sprawl.ts';
import {ssoEnforced} from './sso-enforced.ts';
import {startup} from './startup.ts';

/** Every scenario, the default first. */
export const scenarios: readonly Scenario[] = [
	startup,
	sprawl,
	ssoEnforced,
	relapse,
	limited,
	leakedKey,
	hostile,
];
