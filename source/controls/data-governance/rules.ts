import type {Rule} from '../../types/rule.ts';
import {whenReplayUnused} from '../rule-kinds/exclusions.ts';
import {personRule} from '../rule-kinds/person-rule.ts';
import {dataViewsRestrict} from './data-views-restrict.ts';
import {defaultViewRestricted} from './default-view-restricted.ts';
import {piiClassified} from './pii-classified.ts';

/** The rules of control 3.2 (contract §3). */
export const rules: readonly Rule[] = [
	piiClassified,
	dataViewsRestrict,
	defaultViewRestricted,
	personRule({
		id: 'replay-masking',
		title: 'Session Replay keeps its masking',
		required: true,
		validDays: 180,
		excludes: whenReplayUnused,
		question:
			'Do all your apps keep the masking of Session Replay: record_mask_all_text and record_mask_all_inputs true?',
		worthWriting: 'each app with its version, and the two options in its code',
		look: 'Look in the code that starts the Mixpanel SDK for record_mask_all_text, record_mask_all_inputs and every record_unmask option.',
		clicks: ['3.2.C10'],
	}),
	personRule({
		id: 'deletion-process',
		title: 'Deletion requests have an owner, a form and a valid token',
		required: true,
		validDays: 180,
		question:
			'Does somebody own deletion requests, knowing Request Deletion under Org → Data & Privacy and when the GDPR token expires?',
		worthWriting: 'who owns it, and the day the token ends',
		look: 'Look at Settings → Org → Data & Privacy → Request Log, and at Profile → Data & Privacy for the token.',
		clicks: ['3.2.C11', '3.2.C12', '3.2.C13'],
	}),
];
