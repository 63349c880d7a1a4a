import assert from 'node:assert/strict';
import {test} from 'node:test';
import {fold} from '../../../source/session/fold.ts';
import {makeSafe} from '../../../source/terminal/make-safe.ts';
import type {SessionEvent} from '../../../source/types/session.ts';
import type {Open} from '../../../source/ui/state/app-state.ts';
import {goOnWith, judge} from '../../../source/ui/state/judge.ts';
import {inside} from '../story.ts';
import {now, readOrganization} from '../world.ts';

test('recording a place or a tick keeps the verdicts; a word, an answer or a minute finds them anew', async () => {
	const state = inside(await readOrganization('startup'));
	assert.ok(state.open !== null);
	const {open} = state;
	const after = (event: SessionEvent, at = now): Open =>
		goOnWith(fold(open.session, {at: at.toISOString(), event}), open, {...state, now: at});
	const places: readonly SessionEvent[] = [
		{type: 'place_moved', place: {screen: 'control', control: '3.1', stage: 'act', row: 2}},
		{type: 'click_ticked', click: '3.1-a', done: true},
	];
	for (const event of places) {
		assert.equal(after(event).assessment, open.assessment, event.type);
		assert.notEqual(after(event, new Date(now.getTime() + 60_000)).assessment, open.assessment);
	}

	const answered = after({type: 'profile_answered', answers: {level: 'L2'}});
	assert.equal(answered.assessment.profile, 'L2');
	const said = after({
		type: 'rule_attested',
		attestation: {
			rule: '1.2-two-factor',
			ruleVersion: 1,
			resource: null,
			status: 'pass',
			by: makeSafe('Ana'),
			observedOn: now.toISOString().slice(0, 10),
			seen: makeSafe('The switch is on.'),
		},
	});
	assert.notEqual(said.assessment, open.assessment);
	assert.deepEqual(said, judge(said, {...state, now}));
});
