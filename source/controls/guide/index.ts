import type {GuideDocument} from '../../types/guide.ts';
import {changelog} from './changelog.ts';
import {compliance} from './compliance.ts';
import {corrections} from './corrections.ts';
import {extras} from './extras.ts';
import {incident} from './incident.ts';
import {overview} from './overview.ts';
import {references} from './references.ts';
import {unproven} from './unproven.ts';

/** The guide, version 0.1.0 of 2025-02-05, but for its nine controls. */
export const guideDocument: GuideDocument = {
	...overview,
	compliance,
	references,
	incident,
	changelog,
	corrections,
	extras,
	unproven,
};
