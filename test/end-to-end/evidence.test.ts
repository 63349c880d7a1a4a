import assert from 'node:assert/strict';
import {copyFile, readdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {test} from 'node:test';
import {converse} from './conversation.ts';
import {readToEnd, see, startSimulate, startWizard, temporaryDirectory} from './program.ts';

const day = 86_400_000;

/** An exported log of the last twenty days, as the browser saved it. */
function exported(): string {
	const rows = Array.from({length: 20}, (_, index) => {
		const at = new Date(Date.now() - (index + 1) * day).toISOString();
		return `${at},raj@corp.example,session.logged_in,203.0.113.7,Acme\n`;
	});
	return `Date and Time,User,Action,IP Address,Project or Org\n${rows.join('')}broken row\n`;
}

test('a log and a certificate are imported in the wizard, and whoever comes back sees them', async t => {
	const state = await temporaryDirectory(t);
	const folder = await temporaryDirectory(t);
	const log = join(folder, 'audit log (1).csv');
	await writeFile(log, exported());
	const certificate = join(folder, 'idp.pem');
	await copyFile(join(import.meta.dirname, '../evidence/fixtures/long.pem'), certificate);

	const terminal = await startWizard(t, {args: ['train', '--state-dir', state], rows: 30});
	await see(terminal, readToEnd, /❯ 4\.1 Activity logs/);
	terminal.press('enter');
	await see(terminal, /What it does/, /i import/);
	terminal.type('i');
	await see(terminal, /Import an exported audit log/);
	terminal.type(`'${join(folder, 'none.csv')}' `);
	await see(terminal, /none\.csv'/);
	terminal.press('enter');
	await see(terminal, /There is no\s+such file/);
	terminal.type('\u0015');
	await see(terminal, /File\s*$/m);
	terminal.type(`'${log}' `);
	await see(terminal, /\(1\)\.csv'/);
	terminal.press('enter');
	await see(terminal, /Imported · audit log \(1\)\.csv/, /20 events from/, /1 row could not be read/);
	terminal.press('enter');
	terminal.press('tab');
	await see(terminal, /✔ pass +The audit log was exported.* verified/);

	terminal.press('escape');
	await see(terminal, /^ ❯ 4\.1/m);
	terminal.type('g');
	await see(terminal, /^ ❯ 1\.1/m);
	terminal.press('enter');
	await see(terminal, /1\.1 SAML single sign-on/, /What it does/);
	terminal.type('i');
	await see(terminal, /Take a file in as evidence/);
	terminal.press('enter');
	await see(terminal, /❯ File/);
	terminal.type(certificate);
	await see(terminal, /idp\.pem/);
	terminal.press('enter');
	await see(terminal, /Imported · idp\.pem/, /1\.1 The SAML certificate lasts/);
	terminal.type('q');
	assert.deepEqual(await terminal.exit, {code: 0, signal: null});

	const sessions = join(state, 'sessions');
	const [session = ''] = await readdir(sessions);
	const journal = await readFile(join(sessions, session, 'journal.jsonl'), 'utf8');
	assert.equal(journal.match(/"evidence_imported"/g)?.length, 2);
	assert.doesNotMatch(journal, /raj@|203\.0\.113|BEGIN CERT/);

	const again = await startWizard(t, {args: ['train', '--state-dir', state], rows: 30});
	await see(again, /Welcome back/, readToEnd);
	again.type('c');
	await see(again, /\bL1\b.* rules decided/);
	again.type('G');
	again.press('up');
	again.press('up');
	await see(again, /^ ❯ 4\.1/m);
	again.press('enter');
	await see(again, /4\.1 Activity logs/, /esc back/);
	again.type('i');
	await see(again, /It\s+takes\s+the\s+place\s+of\s+audit log \(1\)\.csv/);
	again.press('escape');
	await see(again, /Nothing was recorded/);
	again.press('escape');
	await see(again, /\bL1\b.* rules decided/);
	again.type('g');
	await see(again, /^ ❯ 1\.1/m);
	again.press('enter');
	again.press('tab');
	await see(again, /The SAML certificate lasts/);
	again.type('i');
	await see(again, /It takes\s+the\s+place\s+of\s+idp\.pem/);
	again.press('escape');
	await see(again, /Nothing was recorded/);
	again.type('q');
	assert.deepEqual(await again.exit, {code: 0, signal: null});
});

test('as plain questions a log is imported as well', async t => {
	const state = await temporaryDirectory(t);
	const log = join(await temporaryDirectory(t), 'log.csv');
	await writeFile(log, exported());
	const terminal = await startWizard(t, {args: ['train', '--plain', '--state-dir', state], rows: 40});
	const person = converse(terminal);
	await person.answer(/Controls>/, '4.1');
	await person.answer(/more lines/, 'i');
	await person.answer(/^File:/, `${log}.gone`);
	assert.match(await person.hear(/for nothing:/), /There is no\s+such\s+file/);
	await person.answer(/for nothing:/, log);
	const told = await person.hear(/more lines|Imported file>/);
	assert.match(told, /20 events from/);
	assert.match(told, /1 row could not be read/);
	await person.answer(/more lines|Imported file>/, '');
	await person.hear(/4\.1 Learn>|more lines/);
	terminal.press('ctrlC');
	assert.deepEqual(await terminal.exit, {code: 130, signal: null});
	const sessions = join(state, 'sessions');
	const [session = ''] = await readdir(sessions);
	assert.match(await readFile(join(sessions, session, 'journal.jsonl'), 'utf8'), /"evidence_imported"/);
});

test('a SCIM token is typed unseen, answers its rule, and is in no file and nowhere on the screen', async t => {
	const {environment, scimToken} = await startSimulate(t, ['--scenario', 'sso-enforced']);
	assert.ok(scimToken !== null);
	const state = await temporaryDirectory(t);
	const terminal = await startWizard(t, {args: ['--state-dir', state], environment, rows: 40});
	await see(terminal, /❯ Practise/);
	terminal.press('down');
	await see(terminal, /❯ Connect/);
	terminal.press('enter');
	await see(terminal, readToEnd, /4\.1 Activity logs/);
	terminal.type('g');
	await see(terminal, /^ ❯ 1\.1/m);
	terminal.press('enter');
	await see(terminal, /What it does/);
	terminal.press('tab');
	await see(terminal, /SCIM provisions and removes users/);
	terminal.press('end', 'up');
	await see(terminal, /❯.*SCIM provisions/);
	terminal.type('i');
	await see(terminal, /GET\s+\/api\/app\/scim\/v2\/Users/, /SCIM token \(nothing shows/);
	terminal.type(scimToken);
	terminal.press('enter');
	await see(terminal, /Welcome back/, readToEnd);
	terminal.press('enter');
	await see(terminal, /✔ pass +SCIM provisions and removes users/, /SCIM answers/);
	terminal.type('q');
	assert.deepEqual(await terminal.exit, {code: 0, signal: null});
	assert.ok(!terminal.output().includes(scimToken));
	for (const file of await readdir(state, {recursive: true, withFileTypes: true})) {
		if (file.isFile()) {
			assert.ok(!(await readFile(join(file.parentPath, file.name), 'latin1')).includes(scimToken), file.name);
		}
	}
});
