import assert from 'node:assert/strict';
import {test} from 'node:test';
import {assess} from '../../source/assessment/assess.ts';
import {guideDocument} from '../../source/controls/guide/index.ts';
import {controls} from '../../source/controls/index.ts';
import {complianceRows} from '../../source/report/compliance-rows.ts';
import {extraGroups} from '../../source/report/extra-groups.ts';
import {defaultPolicy} from '../../source/types/policy.ts';
import {unansweredProfile} from '../../source/types/profile.ts';
import {hardenedFacts, now, read, users} from '../support/facts-builders.ts';

const assessment = assess({
	facts: {...hardenedFacts(), users: read({users: users(5, 0, 2)})},
	controls,
	profile: unansweredProfile,
	policy: defaultPolicy,
	attestations: [],
	now,
});
const rows = complianceRows(assessment, controls, guideDocument);

test('the guide’s tables come as printed, then CIS, each reference once', () => {
	const {soc2, nist80053} = guideDocument.compliance;
	assert.deepEqual(
		rows
			.slice(0, soc2.length + nist80053.length)
			.map(({id, printed}) => [id, printed.map(each => each.section)]),
		[...soc2, ...nist80053].map(({framework, guideSection}) => [framework, [guideSection]]),
	);
	const cis = rows.filter(({framework}) => framework === 'cis');
	const ids = controls.flatMap(({mappings}) =>
		mappings.filter(({framework}) => framework === 'cis').map(({id}) => id),
	);
	assert.deepEqual(
		cis.map(({id}) => id),
		[...new Set(ids)],
	);
	assert.ok(cis.every(({title}) => title !== ''));
});

test('each section has the status its control has', () => {
	for (const {printed, suggested} of rows) {
		for (const {section, status, basis, inProfile} of [...printed, ...suggested]) {
			const control = assessment.controls.find(({id}) => id === section);
			assert.deepEqual([status, basis, inProfile], [control?.status, control?.basis, control?.inProfile]);
		}
	}

	const roles = rows.find(({id}) => id === 'AC-6');
	assert.deepEqual(
		roles?.suggested.map(({section, title}) => [section, title]),
		[
			['2.1', 'Organization roles'],
			['2.2', 'Project access'],
		],
	);
});

test('a mapping of the guide that does not fit is called so, and not suggested', () => {
	const row = rows.find(({framework, id}) => framework === 'cis' && id === '3.11');
	assert.deepEqual(
		[row?.printed.map(({section}) => section), row?.suggested, row?.judgement],
		[['3.1'], [], 'As the guide has it: 3.1 does not fit.'],
	);
});

test('before the first assessment nothing has a status', () => {
	for (const {printed} of complianceRows(null, controls, guideDocument)) {
		assert.ok(printed.every(({status, inProfile}) => status === null && !inProfile));
	}
});

test('the extras are all there, in order', () => {
	const order = Array.from({length: 22}, (_, index) => `G${index + 1}`);
	assert.deepEqual(
		guideDocument.extras.map(({id}) => id),
		order,
	);
	const groups = extraGroups(guideDocument).map(({extras}) => extras.map(({id}) => order.indexOf(id)));
	assert.deepEqual(
		groups.flat().toSorted((one, other) => one - other),
		order.map((_, index) => index),
		'each in one group',
	);
	for (const group of groups) {
		assert.deepEqual(
			group,
			group.toSorted((one, other) => one - other),
		);
	}
});
