import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {controls} from '../../source/controls/index.ts';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import {
	type Facts,
	type OrganizationRole,
	type PerProject,
	perProjectFacts,
} from '../../source/types/facts.ts';
import {decided, entry} from '../support/decision-builders.ts';
import {
	attestation,
	failed,
	globalView,
	grant,
	hardenedFacts,
	project,
	property,
	read,
	view,
} from '../support/facts-builders.ts';
import {controlIn, judgeOrganization, ruleIn} from '../support/judge-organization.ts';

const rules = controls.flatMap(control => control.rules.map(rule => ({...rule, control: control.id})));
const overReads = rules.filter(rule =>
	rule.dependsOn.some(fact => perProjectFacts.some(each => each === fact)),
);
const overRegisters = rules.filter(rule => rule.register?.rows === 'projects');
const all = Array.from({length: 12}, (_, index) => project(String(index + 1)));

/** What a key reads of an organization of twelve projects without fault, when Mixpanel lists so many of them for it. */
function seenBy(role: OrganizationRole | null, listed: number): Facts {
	const projects = all.slice(0, listed);
	const each = <Value>(value: Value): PerProject<Value> =>
		projects.map(of => ({project: of, read: read(value)}));
	const isAdministrator = role === 'owner' || role === 'admin';
	const closed = {
		users: failed('denied'),
		teams: failed('denied'),
		twoFactor: failed('denied'),
		serviceAccounts: failed('denied'),
	};
	return {
		...hardenedFacts(),
		...(isAdministrator ? {} : closed),
		identity: read({organizations: [{id: '7654321', name: makeSafe('Acme'), role}], projects}),
		projectServiceAccounts: read(each([grant('wizard', 'admin', {isOwn: true})])),
		properties: read(each([property('$email', {sensitive: true})])),
		dataViews: read(each([globalView({isDefault: false}), view('EU', {isDefault: true})])),
	};
}

const registerOf = (listed: number) =>
	overRegisters.flatMap(({id}) =>
		all.slice(0, listed).map(({id: of}) => entry(id, {type: 'project', id: of})),
	);

function judged(facts: Facts, listed: number) {
	return judgeOrganization(facts, {decisions: decided({register: registerOf(listed)})});
}

test('there are six rules over what is read of each project, and four that are answered for each', () => {
	assert.equal(overReads.length, 6);
	assert.equal(overRegisters.length, 4);
});

describe('a key that sees three of twelve projects', () => {
	for (const role of ['member', 'billing_admin', null, 'other'] as const) {
		test(`as ${role}: no rule over each project passes, whatever was read and recorded of those three`, () => {
			const assessment = judged(seenBy(role, 3), 3);
			for (const {id, control} of overReads) {
				const result = ruleIn(assessment, id);
				assert.deepEqual([result.status, result.reasonCode], ['unknown', 'partial'], id);
				assert.match(result.actual, /3 of 3 projects read/, id);
				assert.notEqual(controlIn(assessment, control).status, 'pass', control);
			}

			for (const {id, control} of overRegisters) {
				const result = ruleIn(assessment, id);
				assert.deepEqual([result.status, result.reasonCode], ['manual', 'no_api'], id);
				assert.equal(result.actual, '3 of 3 recorded', id);
				assert.match(result.reason, /may not reach every project.*answer for the whole/i, id);
				assert.notEqual(controlIn(assessment, control).status, 'pass', control);
			}
		});
	}

	test('a person may still answer for the whole', () => {
		for (const {id} of overRegisters) {
			const attestations = [attestation(id, 'pass')];
			const register = registerOf(3);
			const assessment = judgeOrganization(seenBy('member', 3), {
				attestations,
				decisions: decided({register}),
			});
			assert.equal(ruleIn(assessment, id).status, 'pass', id);
		}
	});

	test('whose other nine are listed and were not asked about passes nothing either, be it of an Owner', () => {
		const whole = seenBy('owner', 12);
		const part = seenBy('owner', 3);
		const {identity} = whole;
		assert.ok(identity !== undefined);
		const assessment = judged({...part, identity}, 3);
		for (const {id} of [...overReads, ...overRegisters]) {
			assert.notEqual(ruleIn(assessment, id).status, 'pass', id);
		}
	});

	test('fails where it sees a fault', () => {
		const facts = seenBy('member', 3);
		const open = read(all.slice(0, 3).map(of => ({project: of, read: read([globalView()])})));
		for (const id of ['data-views-restrict', 'default-view-restricted']) {
			assert.equal(ruleIn(judged({...facts, dataViews: open}, 3), id).status, 'fail', id);
		}
	});
});

test('a key of an Owner or Admin that sees all twelve passes each', () => {
	for (const role of ['owner', 'admin'] as const) {
		const assessment = judged(seenBy(role, 12), 12);
		for (const {id} of [...overReads, ...overRegisters]) {
			assert.equal(ruleIn(assessment, id).status, 'pass', id);
		}
	}
});
