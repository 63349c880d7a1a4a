import {hostile} from './hostile.ts';
import type {Scenario} from './scenario.ts';
import {startup} from './startup.ts';

/** Every scenario, the default first. */
export const scenarios: readonly Scenario[] = [startup, hostile];
