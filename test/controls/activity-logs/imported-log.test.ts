import assert from 'node:assert/strict';
import {test} from 'node:test';
import {auditLog} from '../../support/evidence-builders.ts';
import {daysAgo, failed, read} from '../../support/facts-builders.ts';
import {measure, verdict} from '../../support/measure.ts';

const facts = (...parameters: Parameters<typeof auditLog>) => ({auditLog: read(auditLog(...parameters))});

test('an export passes while its newest event is young enough, and shows its span, gaps and unreadable rows', () => {
	const id = 'audit-log-exported';
	assert.equal(verdict(id, facts([], {newest: daysAgo(30)})), 'pass');
	assert.equal(verdict(id, facts([], {newest: daysAgo(30.1)})), 'fail');
	assert.equal(verdict(id, facts([], {newest: daysAgo(40)}), {policy: {auditExportDays: 60}}), 'pass');
	assert.equal(measure(id, facts([], {newest: daysAgo(30.1)})).short, 'newest event 31 days old');
	assert.equal(verdict(id, {}), 'manual no_api');
	assert.equal(verdict(id, {auditLog: failed('unreadable')}), 'unknown unreadable');
	const gaps = [{from: '2026-11-01', to: '2026-11-09', days: 9}];
	assert.equal(
		measure(id, facts([], {malformed: 2, gaps})).actual,
		'imported log of 2026-10-25 to 2026-11-23, 2 rows unreadable, nothing from 2026-11-01 to 2026-11-09: 1000 events, the newest 1 day old',
	);
});

test('what a log shows stands beside the question, and a person still answers', () => {
	const log = facts([
		['session.logged_in', 12, 2],
		['user.role_changed', 1, 4],
	]);
	const shown = (id: string) => {
		assert.equal(verdict(id, log), 'manual no_api', id);
		return measure(id, log).actual;
	};
	assert.equal(
		shown('key-events-reviewed'),
		'imported log of 2026-10-25 to 2026-11-23: 12 logins and second factors, 1 change of permission, 0 changes of projects and settings, 3 exports',
	);
	assert.match(
		shown('sso-login-tested'),
		/: 12 session\.logged_in, last on 2026-11-22; no session\.login_failed; whether/,
	);
	assert.match(
		shown('admin-activity-monitored'),
		/: 1 user\.role_changed, last on 2026-11-20; no service_account\.created/,
	);
	assert.equal(measure('key-events-reviewed', {}).actual, 'no API shows it');
});
