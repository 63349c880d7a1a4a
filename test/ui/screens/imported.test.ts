import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import {importedFacts} from '../../../source/assessment/imported-facts.ts';
import {fold} from '../../../source/session/fold.ts';
import {makeSafe} from '../../../source/terminal/make-safe.ts';
import type {AuditLog, FoundEvidence} from '../../../source/types/evidence-facts.ts';
import {lineWidth} from '../../../source/ui/lines/fit.ts';
import {plainText} from '../../../source/ui/lines/line.ts';
import {present} from '../../../source/ui/screens/present.ts';
import type {AppEvent} from '../../../source/ui/state/app-event.ts';
import type {AppState} from '../../../source/ui/state/app-state.ts';
import {contextOf} from '../../../source/ui/state/context-of.ts';
import {auditLog} from '../../support/evidence-builders.ts';
import {picture, type Size, sizes} from '../picture.ts';
import {controlOf, inside, live, openOf, recorded, tell, typed} from '../story.ts';
import {type Found, now, openedEvent, readingEvents, readOrganization, started} from '../world.ts';

const log: AuditLog = auditLog(
	[
		['organization_setting.updated', 3, 2],
		['session.logged_in', 12, 1],
	],
	{
		malformed: 3,
		unlisted: 1,
		gaps: [{from: '2026-10-02', to: '2026-10-12', days: 11}],
		oldest: '2026-09-25T10:00:00.000Z',
		newest: '2026-11-23T10:00:00.000Z',
		recent: [
			{
				name: 'organization_setting.updated',
				at: '2026-11-22T10:05:00.000Z',
				by: makeSafe('raj\u202E@corp.example'),
			},
			{
				name: 'organization_setting.updated',
				at: '2026-10-20T10:00:00.000Z',
				by: makeSafe('old@corp.example'),
			},
		],
	},
);
const ofLog: FoundEvidence = {kind: 'audit_log', name: makeSafe('audit log.csv'), log};
const ofCertificate: FoundEvidence = {
	kind: 'saml_certificate',
	name: makeSafe('idp.pem'),
	certificates: [
		{
			subject: makeSafe('CN=idp.corp.example'),
			issuer: makeSafe('CN=Example CA'),
			fingerprint: Array.from({length: 32}, () => 'AB').join(':'),
			validFrom: '2026-01-01T00:00:00.000Z',
			validTo: '2026-12-20T00:00:00.000Z',
			isAuthority: false,
		},
	],
};

/** What the effects tell once a file is taken in. */
function importedEvent(state: AppState, evidence: FoundEvidence): AppEvent {
	const session = fold(openOf(state).session, {
		at: now.toISOString(),
		event: {type: 'evidence_imported', evidence},
	});
	return {
		type: 'evidence_imported',
		kind: evidence.kind,
		session,
		facts: importedFacts(session.evidence.filter(({kind}) => kind === evidence.kind)),
	};
}

describe('files taken in as evidence', () => {
	let found: Found;
	let list: AppState;
	before(async () => {
		found = await readOrganization('startup');
		list = inside(found);
	});

	function at(id: string, stage = 'check', state = list): AppState {
		const row = state.controls.findIndex(control => control.id === id);
		let opened = live(state, 'top', ...Array.from({length: row}, () => 'down' as const), 'choose').state;
		for (let turn = 0; controlOf(opened).stage !== stage && turn < 5; turn += 1) {
			opened = live(opened, 'next_stage', 'go_on').state;
		}

		return opened;
	}

	const imported = (from: AppState, evidence: FoundEvidence): AppState => {
		const asked = tell(from, 'import').state;
		const onFile =
			asked.form?.active === 0 && asked.form.fields.length > 1 ? tell(asked, 'accept').state : asked;
		const saving = tell(onFile, typed('/exports/some.file'), 'accept').state;
		return tell(saving, importedEvent(saving, evidence)).state;
	};

	test('the key stands where a file helps, and elsewhere it says where one does', () => {
		for (const id of ['1.1', '2.3', '4.1']) {
			assert.ok(picture(at(id), {columns: 120, rows: 40}).at(-1)?.includes('i import'), id);
		}

		const elsewhere = at('3.1');
		assert.ok(!picture(elsewhere, {columns: 120, rows: 40}).at(-1)?.includes('i import'));
		assert.match(tell(elsewhere, 'import').state.message ?? '', /1\.1 takes the SAML certificate.*4\.1/);
	});

	test('the form asks for the path; nothing typed is said there, Enter asks for the file to be read', () => {
		const asked = tell(at('4.1'), 'import').state;
		assert.deepEqual(
			asked.form?.fields.map(({name}) => name),
			['file'],
		);
		assert.match(tell(asked, 'accept').state.form?.problem ?? '', /path of the file/);
		const {state, effects} = tell(asked, typed('~/My Log.csv'), 'accept');
		assert.deepEqual(effects, [{type: 'import_evidence', kind: 'audit_log', place: '~/My Log.csv'}]);
		assert.equal(contextOf(state), 'importing');
	});

	test('where two kinds help, the selected rule says which, and the choice can be changed', () => {
		const rule = (id: string): AppState => {
			let state = at('1.1');
			const rules = openOf(state).assessment.controls.find(control => control.id === '1.1')?.rules ?? [];
			for (let row = 0; row < rules.findIndex(each => each.id === id); row += 1) {
				state = live(state, 'down').state;
			}

			return state;
		};
		const kindOf = (state: AppState) =>
			tell(state, 'import', typed('x'), 'accept').effects.find(({type}) => type === 'import_evidence');
		assert.deepEqual(kindOf(rule('saml-certificate-expiry')), {
			type: 'import_evidence',
			kind: 'saml_certificate',
			place: 'x',
		});
		assert.deepEqual(kindOf(rule('sso-login-tested')), {
			type: 'import_evidence',
			kind: 'audit_log',
			place: 'x',
		});
		const {effects} = tell(
			rule('saml-certificate-expiry'),
			'import',
			'previous_field',
			typed('l'),
			'accept',
			typed('x'),
			'accept',
		);
		assert.deepEqual(effects.at(-1), {type: 'import_evidence', kind: 'audit_log', place: 'x'});
	});

	test('while a long file is read bytes and events are told, Esc stops it, and the path stays', () => {
		const reading = tell(at('4.1'), 'import', typed('big.csv'), 'accept', {
			type: 'import_progressed',
			progress: {done: 130 * 1024 ** 2, size: 900 * 1024 ** 2, events: 1_234_567},
		}).state;
		for (const size of sizes) {
			const lines = picture(reading, size);
			assert.ok(
				lines.some(line => line.includes('Reading, 130 of 900 MB, 1,234,567 events')),
				`${size.columns}`,
			);
			assert.match(lines.at(-1) ?? '', /^ esc stop/);
		}

		assert.equal(tell(reading, typed('x'), 'accept').state.form?.saving, true);
		const {state, effects} = tell(reading, 'back');
		assert.deepEqual(effects, [{type: 'stop_import'}]);
		assert.match(state.message ?? '', /nothing of the file is kept/);
		assert.ok(picture(state, sizes[1]).some(line => line.includes('big.csv')));
		assert.equal(contextOf(state), 'form');
		const late = tell(state, {
			type: 'import_progressed',
			progress: {done: 2, size: 3, events: 1},
		}).state;
		assert.equal(late.form, state.form);
	});

	test('what was wrong with the file stands at its field', () => {
		const {state} = tell(at('4.1'), 'import', typed('no.csv'), 'accept', {
			type: 'session_failed',
			what: 'no.csv cannot be read. There is no such file.',
			ofForm: true,
			field: 'file',
		});
		assert.match(scrolled(state, sizes[0]), /There is no such file/);
		assert.equal(contextOf(state), 'form');
	});

	test('the result shows counts, span, gaps, what is malformed, what it decides and puts in doubt, at every size', () => {
		const said = live(list, {
			type: 'session_changed',
			session: fold(openOf(list).session, {
				at: '2026-11-01T09:00:00.000Z',
				event: {
					type: 'rule_attested',
					attestation: {
						rule: 'sso-required',
						ruleVersion: 1,
						resource: null,
						status: 'pass',
						by: makeSafe('Ana'),
						observedOn: '2026-11-01',
						seen: makeSafe('on'),
					},
				},
			}),
			message: null,
			ofForm: false,
		}).state;
		const result = imported(at('4.1', 'check', said), ofLog);
		assert.equal(contextOf(result), 'imported');
		for (const size of sizes) {
			const text = scrolled(result, size);
			for (const words of [
				/Imported · audit log\.csv/,
				/1000 events from 2026-09-25 10:00 to 2026-11-23 10:00 UTC, as CSV/,
				/Nothing from 2026-10-02 to 2026-10-12, 11 days/,
				/3 rows could not be read/,
				/1 event is in no published list/,
				/○ 1\.1 Require Single Sign-On is on, said by Ana|○ 1\.1 .*said by Ana/,
				/organization_setting\.updated on 2026-11-22 10:05 by raj<U\+202E>@corp\.example/,
				/organization_setting\.updated, 2 times more in the log/,
				/✔ pass · 4\.1 The audit log was exported/,
				/SHA-256 of the file, abababababababab/,
			]) {
				assert.match(text, words, `${size.columns}x${size.rows}`);
			}

			assert.doesNotMatch(text, /old@corp\.example/);
		}

		assert.equal(contextOf(tell(result, 'go_on').state), 'check');
		const verify = live(tell(result, 'go_on').state, 'back').state;
		const doubted = at('1.1', 'verify', verify);
		for (const size of sizes) {
			const text = scrolled(doubted, size);
			assert.match(text, /In the audit log since somebody looked/, `${size.columns}`);
			assert.match(text, /organization_setting\.updated on 2026-11-22 10:05 by raj<U\+202E>@corp\.example/);
		}
	});

	test('a certificate is judged at once, and shown with its days', () => {
		const result = imported(at('1.1'), ofCertificate);
		for (const size of sizes) {
			const text = scrolled(result, size);
			assert.match(text, /CN=idp\.corp\.example, from 2026-01-01 to 2026-12-20/);
			assert.match(text, /1\.1 The SAML certificate lasts/);
			assert.match(text, /25 days left|26 days left/);
		}
	});

	test('it stands through another reading, and whoever comes back sees it, with its age', () => {
		const result = tell(imported(at('4.1'), ofLog), 'go_on').state;
		const passes = (state: AppState) =>
			openOf(state)
				.assessment.controls.find(({id}) => id === '4.1')
				?.rules.find(({id}) => id === 'audit-log-exported')?.status;
		assert.equal(passes(result), 'pass');
		const again = live(result, ...readingEvents(found)).state;
		assert.equal(passes(again), 'pass');

		const {session} = openOf(result);
		const later = live(
			started(),
			openedEvent(found.target, {
				...session,
				evidence: session.evidence.map(each => ({...each, at: '2026-11-21T10:00:00.000Z'})),
			}),
			...readingEvents(found),
			'list',
		).state;
		assert.equal(passes(later), 'pass');
		const check = at('4.1', 'check', later);
		for (const size of sizes) {
			assert.ok(
				picture(check, size).some(line => /✔ pass .*read 3 days ago/.test(line)),
				`${size.columns}`,
			);
		}

		const asked = tell(check, 'import').state;
		assert.ok(
			picture(asked, sizes[1])
				.join(' ')
				.replaceAll(/\s+/g, ' ')
				.includes('audit log.csv, imported 3 days ago'),
		);
	});

	test('it can be taken back as evidence, and then it decides nothing', () => {
		const result = tell(imported(at('4.1'), ofLog), 'go_on').state;
		const told = live(result, 'withdraw', typed('y'), 'accept');
		assert.deepEqual(recorded(told), [{type: 'evidence_withdrawn', kind: 'audit_log'}]);
		assert.match(told.state.message ?? '', /evidence no longer/);
		assert.equal(openOf(told.state).facts.auditLog, undefined);
		assert.ok(
			picture(told.state, sizes[1]).some(line => line.includes('○ by hand') && line.includes('exported')),
		);
	});

	test('where nothing can be recorded nothing is asked for, and by hand a file helps as well', () => {
		const held = live(
			started(),
			openedEvent(found.target, undefined, 'Another wizard has this session open.'),
			...readingEvents(found),
		).state;
		const refused = tell(at('4.1', 'check', held), 'import').state;
		assert.equal(refused.form, null);
		assert.match(refused.message ?? '', /Another wizard/);

		const byHand = live(started(), openedEvent({kind: 'byHand'})).state;
		const result = imported(at('4.1', 'check', byHand), ofLog);
		assert.match(scrolled(result, sizes[1]), /✔ pass · 4\.1/);
	});
});

/** All of a text that is scrolled, its paragraphs on one line; what is in sight of it fits the screen. */
function scrolled(state: AppState, size: Size): string {
	const frame = present({...state, ...size});
	const all = [...frame.heading, ...frame.body.slice(0, frame.body.length)];
	for (const line of all) {
		assert.ok(lineWidth(line) <= size.columns, plainText(line));
	}

	assert.equal(picture(state, size).length, size.rows - 1);
	return all.map(plainText).join(' ').replaceAll(/\s+/g, ' ');
}
