import assert from 'node:assert/strict';
import {test} from 'node:test';
import {mostDays} from '../../../source/ui/state/forms/term.ts';

test('a waiver lasts as long as the policy lets it, and never more than 365 days', () => {
	assert.deepEqual(
		[30, 365, 1000].map(waiverMaxDays => mostDays({waiverMaxDays})),
		[30, 365, 365],
	);
});
