import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import {policyRecord} from '../../../source/commands/opening/policy-record.ts';
import {controlsPage} from '../../../source/prompts/plain/pages/controls-page.ts';
import {fold} from '../../../source/session/fold.ts';
import {makeSafe} from '../../../source/terminal/make-safe.ts';
import {defaultPolicy, type Policy} from '../../../source/types/policy.ts';
import {exitSummary} from '../../../source/ui/exit-summary.ts';
import {otherPolicyLines} from '../../../source/ui/screens/places/other-policy.ts';
import type {AppState} from '../../../source/ui/state/app-state.ts';
import {assessmentRecord, isRecorded} from '../../../source/ui/state/opening/assessment-record.ts';
import {picture, sizes} from '../picture.ts';
import {assessed} from '../places.ts';
import {live, openOf, recorded} from '../story.ts';
import {type Found, now, openedEvent, readingEvents, readOrganization, seasoned, started} from '../world.ts';

const lenient: Policy = {
	...defaultPolicy,
	maxOwners: 9,
	claimedDomains: ['corp.example'],
	exemptions: [
		{
			rule: 'privileged-service-accounts',
			resource: {type: 'service_account', id: '1'},
			reason: makeSafe('the nightly export'),
			owner: makeSafe('Ben'),
			by: makeSafe('policy file'),
			expires: '2026-12-24',
		},
	],
};

describe('the wizard under a policy', () => {
	let found: Found;
	before(async () => {
		found = await readOrganization('startup');
	});

	const by = (policy: Policy, last: Policy | null = policy): AppState => {
		const kept = last === null ? null : policyRecord(last);
		const assessment = {...assessed(0.3, 'fail', 'fail'), ...(kept === null ? {} : {policy: kept})};
		const session = fold(
			{...seasoned, person: makeSafe('Ana')},
			{at: '2026-11-15T10:00:00.000Z', event: {type: 'assessment_recorded', assessment}},
		);
		const wizard = {...started(), policy, policyRecord: policyRecord(policy)};
		return live(wizard, openedEvent(found.target, session), ...readingEvents(found)).state;
	};
	const inList = (state: AppState): AppState => live(state, 'list').state;
	const text = (state: AppState, size: (typeof sizes)[number] = sizes[1]): string =>
		picture(state, size).join(' ').replaceAll(/\s+/gu, ' ');

	test('its thresholds judge, and the verdict that it turned says what the defaults come to', () => {
		const state = by(lenient);
		const rule = openOf(state)
			.assessment.controls.flatMap(({rules}) => rules)
			.find(({id}) => id === 'owner-count');
		assert.equal(rule?.status, 'pass');
		const row = state.controls.findIndex(({id}) => id === '2.3');
		for (const stage of ['check', 'gap'] as const) {
			const at: AppState = {
				...state,
				screen: {
					kind: 'control',
					control: state.controls[row]?.id ?? '2.3',
					stage,
					row: 0,
					chosen: null,
					past: 0,
					filter: null,
					filtering: false,
				},
			};
			for (const size of sizes.slice(1)) {
				// Where the detail stands beside the list, it is read by itself.
				const beside = size.columns < 110 ? 0 : 67;
				const lines = picture(at, size).map(line => line.slice(beside));
				assert.match(
					lines.join(' ').replaceAll(/\s+/g, ' '),
					/The policy sets maxOwners 9 \(default 3\): by the defaults it would be a fail\./,
					`${stage} ${size.columns}`,
				);
			}
		}
	});

	test('every size of the list says that there is one, and a tall one what it sets', () => {
		for (const size of sizes) {
			assert.match(text(inList(by(lenient)), size), /\bL1 · policy/);
			assert.doesNotMatch(text(inList(by(defaultPolicy)), size), /policy/i);
			assert.ok(picture(inList(by(lenient)), size).every(line => line.length <= size.columns));
		}

		assert.match(text(inList(by(lenient)), sizes[2]), /Judged by a policy: maxOwners 9 \(default 3\)/);
	});

	test('whoever comes back reads what is judged by, and is warned when it is another than before', () => {
		for (const size of sizes) {
			const same = text(by(lenient), size);
			assert.match(same, /Judged by a policy: maxOwners 9 \(default 3\)/);
			assert.doesNotMatch(same, /last assessment was judged|not the one/);
			assert.match(
				text(by(lenient, null), size),
				/The policy is not the one of the last assessment, which was judged by the defaults/,
			);
			assert.match(
				text(by(lenient, {...defaultPolicy, maxOwners: 4}), size),
				/which was judged by a policy, maxOwners 4 \(default 3\)/,
			);
			assert.match(
				text(by(defaultPolicy, {...defaultPolicy, maxOwners: 4}), size),
				/judged by a policy, maxOwners 4 \(default 3\)\. Now the defaults hold/,
			);
			assert.doesNotMatch(text(by(defaultPolicy), size), /policy/i);
		}
	});

	test('line by line and on leaving it is said as well', () => {
		const state = by(lenient, null);
		const lines = controlsPage(state, openOf(state)).text.join('\n');
		assert.match(lines, /Judged by a policy: maxOwners 9/);
		assert.match(lines, /judged by the defaults/);
		assert.match(
			exitSummary(state, '/state', 'mixpanel-harden').join('\n'),
			/Judged by a policy: maxOwners 9/,
		);
		assert.doesNotMatch(exitSummary(by(defaultPolicy), '/state', 'x').join('\n'), /policy/i);
	});

	test('the journal keeps with each assessment what it was judged by, and another policy is another assessment', () => {
		const state = by(lenient);
		const record = assessmentRecord(openOf(state), state);
		assert.deepEqual(record.policy, policyRecord(lenient));
		const plain = by(defaultPolicy);
		const other = assessmentRecord(openOf(plain), plain);
		assert.equal('policy' in other, false);
		const session = fold(seasoned, {
			at: now.toISOString(),
			event: {type: 'assessment_recorded', assessment: record},
		});
		assert.equal(isRecorded(record, session), true);
		assert.equal(isRecorded({...record, policy: {sha256: 'x', overrides: null}}, session), false);
	});

	test('an exemption of the policy is listed with the others; only its file takes it back', () => {
		const privileged = openOf(by(defaultPolicy))
			.assessment.controls.flatMap(({rules}) => rules)
			.find(({id}) => id === 'privileged-service-accounts');
		const resource = privileged?.findings[0]?.resource;
		assert.ok(resource !== undefined);
		const policy = {
			...lenient,
			exemptions: (lenient.exemptions ?? []).map(each => ({
				...each,
				resource: {type: resource.type, id: resource.id},
			})),
		};
		const state = inList(by(policy));
		const listed = live(state, 'waivers');
		assert.match(text(listed.state), /policy: ends soon, 2026-12-24/);
		assert.match(text(listed.state), /it is changed in the file of the policy/);
		const told = live(listed.state, 'withdraw');
		assert.deepEqual(recorded(told), []);
		assert.notEqual(told.state.message, null);
		assert.equal(live(listed.state, 'choose').state.form, null);
	});
});

test('two assessments by different policies say so side by side, two by the same do not', () => {
	const record = (policy: Policy) => {
		const kept = policyRecord(policy);
		return kept === null ? {} : {policy: kept};
	};
	const words = (before: Policy, after: Policy) => otherPolicyLines(record(before), record(after), 78).length;
	assert.equal(words(lenient, defaultPolicy), 1);
	assert.equal(words(defaultPolicy, lenient), 1);
	assert.equal(words(lenient, {...lenient, maxOwners: 8}), 1);
	assert.equal(words(lenient, {...lenient}), 0);
	assert.equal(words(defaultPolicy, defaultPolicy), 0);
});
