import assert from 'node:assert/strict';
import {test} from 'node:test';
import {controls} from '../../source/controls/index.ts';
import {isKeyFact} from '../../source/types/facts.ts';
import {readCheck} from './check-json.ts';
import {readToEnd, run, see, startSimulate, startWizard, temporaryDirectory} from './program.ts';

const read = controls.flatMap(({rules}) => rules).filter(({dependsOn}) => dependsOn.some(isKeyFact));

/** The sentence about what the key can judge, and the rules it says need another key. */
function judged(text: string): {readonly sentence: string; readonly others: readonly string[]} {
	const words = text.replaceAll(/\s+/g, ' ');
	return {
		sentence: /This key can judge \d+ of \d+ rules/.exec(words)?.[0] ?? '',
		others: read.map(({id}) => id).filter(id => words.includes(` ${id},`) || words.includes(` ${id}.`)),
	};
}

test('a Member’s key that is in three of twelve projects is told what it can judge before the first check, and that is so', async t => {
	const state = await temporaryDirectory(t);
	const {environment, baseUrl, serviceAccount, secret, organizationId} = await startSimulate(t, [
		'--scenario',
		'limited',
	]);
	const checked = await run(['check', '--format', 'json', '--no-session'], environment);
	assert.equal(checked.code, 3);
	assert.match(checked.stderr, /may read nothing of this organization, only of 3 projects\./);
	const rules = readCheck(checked.stdout).controls.flatMap(control => control.rules);
	const refused = rules.filter(({reasonCode}) => reasonCode === 'denied').map(({id}) => id);
	assert.equal(read.length - refused.length, 3);

	const terminal = await startWizard(t, {
		args: ['connect', '--base-url', baseUrl, '--state-dir', state],
		rows: 50,
	});
	await see(terminal, /^\? Username of the service account:/m);
	terminal.type(serviceAccount);
	await see(terminal, new RegExp(`^\\? Username of the service account: ${serviceAccount}`, 'm'));
	terminal.press('enter');
	await see(terminal, /^\? Its secret \(nothing shows/m);
	terminal.type(secret);
	terminal.press('enter');
	await see(terminal, readToEnd, new RegExp(`· ${organizationId} · simulated`));
	const before = terminal.scrollback().join('\n');
	const said = judged(before);
	assert.equal(said.sentence, `This key can judge 3 of ${read.length} rules`);
	assert.deepEqual(said.others.toSorted(), refused.toSorted());
	assert.match(before.replaceAll(/\s+/g, ' '), /never call all in order/);
	terminal.type('q');
	await terminal.exit;

	const doctor = await run(['doctor'], environment);
	assert.match(
		doctor.stdout.replaceAll(/\s+/g, ' '),
		new RegExp(`This key can judge 3 of ${read.length} rules`),
	);
});

test('what a limited key does not see is never called good', async t => {
	const {environment} = await startSimulate(t, ['--scenario', 'limited']);
	const {stdout} = await run(['check', '--format', 'json', '--no-session'], environment);
	const rules = readCheck(stdout).controls.flatMap(control => control.rules);
	assert.ok(rules.every(({status}) => status !== 'pass' && status !== 'not_applicable'));
	assert.deepEqual(
		rules.filter(({status}) => status === 'fail').map(({id}) => id),
		['pii-classified'],
	);
});
