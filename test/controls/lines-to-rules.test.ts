import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {controls} from '../../source/controls/index.ts';
import expected from './lines-to-rules.json' with {type: 'json'};

/** Rules that answer no numbered line: a prerequisite that the guide lacks, and advice beyond it. */
const withoutLine = new Set([
	'domain-claim-published',
	'idp-managed-access',
	'scim-provisioning',
	'guests-outside-claimed-domains',
	'stale-invitations',
	'public-boards-disabled',
	'moving-boards-limited',
	'wizard-key',
	'service-account-classified-access',
	'api-secret-retired',
]);

const lines = controls.flatMap(control =>
	control.steps.flatMap(step => step.lines.map(line => ({...line, control}))),
);

describe('numbered lines and rules', () => {
	it('each of the 53 lines is answered by the rules agreed, or only leads the way', () => {
		assert.equal(lines.length, 53);
		assert.deepEqual(Object.fromEntries(lines.map(({id, rules}) => [id, rules])), expected);
	});

	it('only the eight lines that name a page lead the way', () => {
		assert.deepEqual(
			lines.filter(({rules}) => rules.length === 0).map(({id}) => id),
			['1.1.S1.1', '1.1.S1.2', '1.2.S1.1', '1.3.S1.1', '2.1.S1.1', '2.2.S1.1', '3.1.S1.1', '4.1.S1.1'],
		);
	});

	it('the rules a line names exist in its control', () => {
		for (const {id, rules, control} of lines) {
			for (const rule of rules) {
				assert.ok(
					control.rules.some(each => each.id === rule),
					`${id} names ${rule}, which ${control.id} does not have`,
				);
			}
		}
	});

	it('each rule answers a line, but for those beyond the guide', () => {
		const named = new Set(lines.flatMap(({rules}) => rules));
		const all = controls.flatMap(({rules}) => rules.map(({id}) => id));
		assert.deepEqual(new Set(all.filter(id => !named.has(id))), withoutLine);
		assert.equal(new Set(all).size, all.length, 'an id is used twice');
	});
});
