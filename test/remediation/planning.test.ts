import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {percentEncode} from '../../source/mixpanel/decode/percent-encode.ts';
import {decodeProperty} from '../../source/mixpanel/decode/property.ts';
import {shownBy} from '../../source/remediation/image.ts';
import {limitOfFirstRun} from '../../source/remediation/limit-of-first-run.ts';
import {openChanges} from '../../source/remediation/open-changes.ts';
import {type ClassifyDetails, planClassify} from '../../source/remediation/plan-classify.ts';
import {planUndo} from '../../source/remediation/plan-undo.ts';
import {placeOfProperty} from '../../source/remediation/property-place.ts';
import {undoables} from '../../source/remediation/undoable.ts';
import {encodeLine, parseLine} from '../../source/session/journal-line.ts';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import type {Change, ChangeOutcome} from '../../source/types/change.ts';

const target = {
	kind: 'live',
	region: 'us',
	organizationId: '4410022',
	name: makeSafe('Corp Example'),
} as const;
const project = {id: '9100001', name: makeSafe('Shop Production'), organizationId: '4410022'};

function details(rawName: string, changed: Partial<ClassifyDetails> = {}): ClassifyDetails {
	return {
		property: {id: `9100001:User:${percentEncode(rawName)}`, name: makeSafe(rawName)},
		project,
		target,
		plan: 'growth',
		before: {sensitive: false},
		operation: 'change-1',
		by: makeSafe('Ana'),
		...changed,
	};
}

function planned(given: ClassifyDetails) {
	const result = planClassify(given);
	assert.ok(result.kind === 'planned', result.kind === 'refused' ? result.why : '');
	return result.plan;
}

function whyNot(given: ClassifyDetails): string {
	const result = planClassify(given);
	return result.kind === 'refused' ? result.why : '';
}

/** A change of $email as the journal knows it. */
function changeOf(operation: string, outcome: ChangeOutcome | null, changed: Partial<Change> = {}): Change {
	const {intent} = planned(details('$email', {operation}));
	return {...intent, at: '2026-11-24T10:00:00.000Z', outcome, detail: null, settledAt: null, ...changed};
}

describe('the plan to classify a property', () => {
	it('says where, what it is now and after, what follows, how to undo it, and exactly what is sent', () => {
		const {intent, preview} = planned(details('$email'));
		assert.deepEqual(intent.request, {
			method: 'PATCH',
			path: '/api/app/projects/9100001/data-definitions/properties',
			body: '{"name":"$email","resourceType":"User","sensitive":true}',
		});
		assert.deepEqual([intent.before, intent.desired], [{sensitive: false}, {sensitive: true}]);
		assert.deepEqual([intent.control, intent.rule, intent.undoes], ['3.2', 'pii-classified', null]);
		assert.equal(preview.where, 'Corp Example · 4410022 · US · project Shop Production (9100001)');
		assert.deepEqual(preview.sends, [`PATCH ${intent.request.path}`, intent.request.body]);
		assert.match(preview.consequences.join(' '), /show a warning.*On Growth perhaps nobody.*you included/);
		assert.match(preview.undo, /sensitive false/);
	});

	it('warns of the plan in its own words', () => {
		const said = (['free', 'growth', 'enterprise', null] as const).map(plan =>
			planned(details('$email', {plan})).preview.consequences.join(' '),
		);
		assert.equal(new Set(said).size, 4);
		assert.match(said[2] ?? '', /until a custom role with Classified Data Access is given/);
		assert.ok([said[0], said[1], said[3]].every(text => /perhaps nobody/.test(text ?? '')));
	});

	it('is refused when it is classified already, when nobody knows, and in another organization', () => {
		assert.match(whyNot(details('$email', {before: {sensitive: true}})), /classified already/);
		assert.match(whyNot(details('$email', {before: {sensitive: null}})), /does not say/);
		assert.match(
			whyNot(details('$email', {project: {...project, organizationId: '1'}})),
			/does not belong to Corp Example/,
		);
		assert.match(whyNot(details('$email', {project: {...project, id: '2'}})), /does not belong/);
		assert.match(whyNot(details('\uD800')), /cannot be sent exactly/);
		assert.equal(planned(details('$email', {project: {...project, organizationId: null}})).target, target);
	});

	it('asks for any name exactly as it is, and shows it harmlessly', () => {
		fc.assert(
			fc.property(fc.string({unit: 'binary', minLength: 1, maxLength: 200}), rawName => {
				const {intent, preview} = planned(details(rawName));
				assert.deepEqual(placeOfProperty(intent.resource.id), {
					projectId: '9100001',
					resourceType: 'User',
					rawName,
				});
				assert.deepEqual(JSON.parse(intent.request.body), {
					name: rawName,
					resourceType: 'User',
					sensitive: true,
				});
				for (const text of [preview.heading, preview.where, ...preview.sends, ...preview.consequences]) {
					assert.equal(makeSafe(text, 3000), text);
				}

				const at = '2026-11-24T10:00:00.000Z';
				const entry = {
					serial: 1,
					at,
					previous: null,
					header: null,
					event: {type: 'change_intended', intent},
				} as const;
				const parsed = parseLine(encodeLine(entry).line);
				assert.deepEqual(parsed.kind === 'entry' && parsed.entry.event, entry.event);
			}),
			{numRuns: 200},
		);
	});
});

describe('the place of a property', () => {
	it('is known for ids of ours only', () => {
		for (const id of [
			'',
			'1:User',
			'1:User:',
			'1:user:a',
			'x:User:a',
			'1:User:%',
			`1:User:${'a'.repeat(1001)}`,
		]) {
			assert.equal(placeOfProperty(id), null, id);
		}

		fc.assert(
			fc.property(fc.string(), id => placeOfProperty(id) === null || /^\d+:(?:Event|User):./.test(id)),
		);
	});
});

describe('one property as it is read', () => {
	const asked = {rawName: '$email', resourceType: 'User'} as const;
	const row = {id: 5, name: '$email', resourceType: 'User', sensitive: false};

	it('is classified, not classified or unclear', () => {
		for (const [changed, sensitive] of [
			[{}, false],
			[{sensitive: true}, true],
			[{sensitive: null}, null],
			[{sensitive: undefined}, null],
			[{id: 0, sensitive: null}, false],
			[{id: null, sensitive: undefined}, false],
			[{id: 0, sensitive: true}, true],
			[{id: '12345678901234567890'}, false],
		] as const) {
			assert.deepEqual(decodeProperty({...row, ...changed}, asked), {ok: true, value: {sensitive}});
		}
	});

	it('of another name or kind, a list, or with a flag as text, is refused', () => {
		for (const value of [
			{...row, resourceType: 'Event'},
			{...row, name: '$phone'},
			{...row, sensitive: 'false'},
			{...row, name: undefined},
			[row],
			{},
			null,
		]) {
			assert.equal(decodeProperty(value, asked).ok, false);
		}
	});

	it('shows a change, its absence, or neither', () => {
		const images = {before: {sensitive: false}, desired: {sensitive: true}};
		assert.deepEqual(
			[true, false, null].map(sensitive => shownBy({sensitive}, images)),
			['desired', 'before', 'neither'],
		);
		assert.equal(shownBy({}, images), 'neither');
	});
});

describe('the changes of a session', () => {
	it('limit a run to one until a first was applied', () => {
		assert.equal(limitOfFirstRun([]), 1);
		assert.equal(limitOfFirstRun([changeOf('a', 'failed'), changeOf('b', 'unknown')]), 1);
		assert.equal(limitOfFirstRun([changeOf('a', 'applied')]), null);
	});

	it('are open without an outcome, unless a later one covers them', () => {
		const elsewhere = {resource: {type: 'property', id: '1:User:x', name: makeSafe('x')}} as const;
		const open = openChanges([
			changeOf('a', null),
			changeOf('b', 'unknown'),
			changeOf('c', 'applied'),
			changeOf('d', 'unknown', elsewhere),
			changeOf('e', null),
		]);
		assert.deepEqual(
			open.map(({operation}) => operation),
			['d', 'e'],
		);
	});

	it('can be undone when applied, not undone, and not covered', () => {
		const listed = undoables([
			changeOf('a', 'applied'),
			changeOf('b', 'applied', {undoes: 'a'}),
			changeOf('c', 'failed'),
			changeOf('d', 'applied'),
		]);
		assert.deepEqual(
			listed.map(({change, why}) => [change.operation, why]),
			[
				['d', null],
				['c', 'failed'],
				['b', 'took another change back'],
				['a', 'already undone'],
			],
		);
		assert.match(
			undoables([changeOf('a', 'applied'), changeOf('b', 'applied')])[1]?.why ?? '',
			/stands over it/,
		);
		assert.match(
			undoables([changeOf('a', 'applied'), changeOf('b', null, {undoes: 'a'})])[1]?.why ?? '',
			/being undone/,
		);
		assert.equal(undoables([changeOf('a', 'applied'), changeOf('b', 'failed', {undoes: 'a'})])[1]?.why, null);
	});

	it('are undone by a request made anew, whatever the record says of the old one', () => {
		const change = changeOf('a', 'applied', {request: {method: 'DELETE', path: '/all', body: '{}'}});
		const given = {
			change,
			current: {sensitive: true},
			changes: [change],
			project,
			target,
			operation: 'change-2',
			by: makeSafe('Ben'),
		};
		const undo = planUndo(given);
		assert.deepEqual(undo.kind === 'planned' && undo.plan.intent.request, {
			method: 'PATCH',
			path: '/api/app/projects/9100001/data-definitions/properties',
			body: '{"name":"$email","resourceType":"User","sensitive":false}',
		});
		assert.equal(planUndo({...given, current: {sensitive: null}}).kind, 'refused');
		assert.equal(planUndo({...given, changes: []}).kind, 'refused');
		assert.equal(planUndo({...given, project: {...project, organizationId: '2'}}).kind, 'refused');
		const odd = {...change, before: {sensitive: null}};
		assert.equal(planUndo({...given, change: odd, changes: [odd]}).kind, 'refused');
	});
});
