import assert from 'node:assert/strict';
import {test} from 'node:test';
import {tool} from '../source/types/tool.ts';
import {runProgram} from './support/run-program.ts';

test('the program starts from its sources', async () => {
	const {stdout, stderr, code} = await runProgram({args: ['--version']});
	assert.deepEqual({stdout, stderr, code}, {stdout: `${tool.name} ${tool.version}\n`, stderr: '', code: 0});
});

test('a mistyped command is answered on standard error', async () => {
	const {stdout, stderr, code} = await runProgram({args: ['chek']});
	assert.match(
		stderr,
		/^mixpanel-harden: There is no command "chek"\.\n {2}The commands are .*\n {2}Did you mean `mixpanel-harden check`\?/,
	);
	assert.equal(stdout, '');
	assert.equal(code, 2);
});

test('a secret on the command line is refused and not repeated', async () => {
	const canary = 'cli-canary-secret';
	const {stdout, stderr, code} = await runProgram({args: ['check', '--secret', canary]});
	assert.match(stderr, /not accepted on the command line/);
	assert.ok(!`${stdout}${stderr}`.includes(canary));
	assert.equal(code, 2);
});
