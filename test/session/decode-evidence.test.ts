import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {decodeFacts} from '../../source/session/decode-facts.ts';
import {anyBeside, auditLog} from '../support/evidence-builders.ts';
import {hardenedFacts, read} from '../support/facts-builders.ts';
import {judgeOrganization} from '../support/judge-organization.ts';

test('facts from beside the API come back as they were kept, and are judged the same', () => {
	fc.assert(
		fc.property(anyBeside, beside => {
			// The builders' objects have no prototype, which a comparison would notice.
			const facts = structuredClone({...hardenedFacts(), ...beside});
			const kept = decodeFacts(JSON.parse(JSON.stringify(facts)));
			assert.deepEqual(kept, facts);
			const profile = {sso: 'enabled', domains: ['a.example']} as const;
			assert.deepEqual(judgeOrganization(kept, {profile}), judgeOrganization(facts, {profile}));
		}),
		{numRuns: 40},
	);
});

test('only named fields are kept of an imported log, and what is none is refused', () => {
	const log = {...auditLog([['session.logged_in', 1, 1]]), people: ['ana@acme.example']};
	const kept = decodeFacts({auditLog: read({...log, groups: {...log.groups, ana: 1}})});
	assert.ok(!JSON.stringify(kept).includes('ana'));
	for (const wrong of [{events: -1}, {newest: 'soon'}, {sha256: 'x'}, {kinds: [{}]}, {format: 'xml'}]) {
		assert.throws(() => decodeFacts({auditLog: read({...auditLog(), ...wrong})}), {name: 'Misfit'});
	}
});
