import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import fc from 'fast-check';
import {parseInvocation} from '../../source/commands/call/parse-invocation.ts';
import {commands} from '../../source/commands/registry.ts';
import {UserError} from '../../source/types/user-error.ts';

async function run(...args: readonly string[]) {
	const call = await parseInvocation(args, commands);
	assert.equal(call.kind, 'run');
	assert.ok(call.kind === 'run');
	return {command: call.command.name, positionals: call.positionals, flags: Object.fromEntries(call.flags)};
}

async function refusal(...args: readonly string[]): Promise<UserError> {
	const error: unknown = await parseInvocation(args, commands).catch((problem: unknown) => problem);
	assert.ok(error instanceof UserError, `${args.join(' ')} was not refused`);
	assert.equal(error.exitCode, 2);
	return error;
}

function spoken(error: UserError): string {
	return [error.message, error.why, error.next].join('\n');
}

describe('calls that are understood', () => {
	const understood: readonly [line: string, Awaited<ReturnType<typeof run>>][] = [
		['', {command: '', positionals: [], flags: {}}],
		['--plain', {command: '', positionals: [], flags: {plain: true}}],
		['--organization 12', {command: '', positionals: [], flags: {organization: '12'}}],
		['check', {command: 'check', positionals: [], flags: {}}],
		['check --format json', {command: 'check', positionals: [], flags: {format: 'json'}}],
		[
			'--state-dir check check --quiet',
			{command: 'check', positionals: [], flags: {'state-dir': 'check', quiet: true}},
		],
		[
			'check --control 1.1 --control=2.1,3.1',
			{command: 'check', positionals: [], flags: {control: ['1.1', '2.1', '3.1']}},
		],
		[
			'check --output=-odd- --no-color',
			{command: 'check', positionals: [], flags: {output: '-odd-', 'no-color': true}},
		],
		['check --output -', {command: 'check', positionals: [], flags: {output: '-'}}],
		['guide 3.1', {command: 'guide', positionals: ['3.1'], flags: {}}],
		['guide -- --odd', {command: 'guide', positionals: ['--odd'], flags: {}}],
		[
			'simulate --fault a --fault b,c --port 0',
			{command: 'simulate', positionals: [], flags: {fault: ['a', 'b,c'], port: '0'}},
		],
		['train large --seed 7', {command: 'train', positionals: ['large'], flags: {seed: '7'}}],
		['status --plain --plain', {command: 'status', positionals: [], flags: {plain: true}}],
	];
	for (const [line, expected] of understood) {
		test(`mixpanel-harden ${line}`, async () => {
			assert.deepEqual(await run(...words(line)), expected);
		});
	}

	test('help is understood as a word, alone and about a command', async () => {
		assert.deepEqual(await parseInvocation(['help'], commands), {kind: 'help', command: null});
		const call = await parseInvocation(['help', 'check'], commands);
		assert.ok(call.kind === 'help');
		assert.equal(call.command?.name, 'check');
	});

	test('help and version win over everything but mistakes', async () => {
		assert.deepEqual(await parseInvocation(['--version'], commands), {kind: 'version'});
		assert.deepEqual(await parseInvocation(['check', '--version'], commands), {kind: 'version'});
		for (const line of ['--help', '-h']) {
			assert.deepEqual(await parseInvocation([line], commands), {kind: 'help', command: null});
		}

		const call = await parseInvocation(['guide', '3.1', '--help'], commands);
		assert.ok(call.kind === 'help');
		assert.equal(call.command?.name, 'guide');
	});
});

describe('calls that are refused', () => {
	const refused: readonly [line: string, said: RegExp][] = [
		['chek', /no command "chek"[\s\S]*Did you mean `mixpanel-harden check`\?[\s\S]*--help/],
		['hepl', /Did you mean `mixpanel-harden help`/],
		['help chek', /no command "chek"[\s\S]*Did you mean `mixpanel-harden check`/],
		['frobnicate', /no command "frobnicate"[\s\S]*check, guide/],
		[
			'check --fromat json',
			/check has no flag --fromat[\s\S]*Did you mean --format\?[\s\S]*`mixpanel-harden check --help`/,
		],
		['check --port 1', /check has no flag --port[\s\S]*belongs to simulate/],
		[
			'train --profile L2',
			/train has no flag --profile[\s\S]*belongs to check[\s\S]*In the wizard the level is set by l in the list of controls/,
		],
		['--profile L2', /belongs to check[\s\S]*In the wizard the level is set by l/],
		['report --profile L2', /belongs to check(?![\s\S]*by l )/],
		['--format json', /belongs to check, guide,? (?:and )?status/],
		['check -x', /no flag -x/],
		['check --format jsn', /does not know "jsn"[\s\S]*text, json[\s\S]*Did you mean --format json/],
		['check --profile l2', /Did you mean --profile L2/],
		['check --control 1.1,9.9', /does not know "9.9"(?![\s\S]*Did you mean)/],
		['check --control 9.1', /does not know "9.1"(?![\s\S]*Did you mean)/],
		['check --control 31', /Did you mean --control 3\.1/],
		['check --format', /--format needs a value[\s\S]*--format FORMAT/],
		['check --output=', /--output needs a value/],
		['check --output --quiet', /needs a value[\s\S]*--output=FILE/],
		['check --format json --format text', /given twice/],
		['check --quiet=yes', /--quiet takes no value/],
		['check now', /a word too many[\s\S]*flags only[\s\S]*now/],
		['guide 1.1 2.1', /a word too many[\s\S]*at most control[\s\S]*2\.1/],
		['simulate --port 65536', /from 0 to 65535/],
		['simulate --port 1e3', /whole number/],
		['simulate --latency -5', /needs a value/],
		['train --seed=-1', /whole number/],
	];
	for (const [line, said] of refused) {
		test(`mixpanel-harden ${line}`, async () => {
			assert.match(spoken(await refusal(...words(line))), said);
		});
	}

	test('an empty word is no command', async () => {
		assert.match(spoken(await refusal('')), /no command ""/);
	});
});

describe('secrets', () => {
	const canary = 'c4nary-0f-a-secret';
	const attempts = [
		['--secret', canary],
		[`--secret=${canary}`],
		['check', '--secret', canary, '--format', 'json'],
		['check', '--format', 'nonsense', `--secret=${canary}`],
		['chek', `--SECRET=${canary}`],
		['check', '--service-account-secret', canary],
		['check', `--password=${canary}`],
		['check', '--scim-token', canary],
		['check', '--secret-stdin', canary],
		['check', `--secret-stdin=${canary}`],
		[`--secert=${canary}`],
		['check', `--secert=${canary}`],
		['check', '--secert', canary],
	];
	for (const args of attempts) {
		test(`${args.join(' ').replace(canary, '…')} is refused without repeating it`, async () => {
			assert.ok(!spoken(await refusal(...args)).includes(canary));
		});
	}

	test('the advice says where a secret belongs', async () => {
		assert.match(
			spoken(await refusal('--secret', canary)),
			/MIXPANEL_SERVICE_ACCOUNT_SECRET[\s\S]*--secret-stdin/,
		);
	});
});

const anyFlag = fc.constantFrom(
	...new Set(commands.flatMap(({flags}) => flags.map(({name}) => `--${name}`))),
	...[
		'--plain',
		'--no-color',
		'--state-dir',
		'--help',
		'--version',
		'-h',
		'--',
		'-',
		'--secret',
		'--no-such',
		'-xyz',
	],
);
const anyWord = fc.oneof(
	anyFlag,
	fc.constantFrom(...commands.map(({name}) => name), 'json', '1.1', '3', '__proto__', 'constructor'),
	fc.tuple(anyFlag, fc.string()).map(([flag, value]) => `${flag}=${value}`),
	fc.string({unit: 'binary'}),
);

test('any arguments give a call or a refusal that says what to do', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(anyWord, {maxLength: 8}), async args => {
			try {
				const call = await parseInvocation(args, commands);
				assert.ok(['run', 'help', 'version'].includes(call.kind));
			} catch (error) {
				assert.ok(error instanceof UserError, String(error));
				assert.equal(error.exitCode, 2);
				assert.ok(error.message !== '' && error.why !== '' && error.next !== '');
			}
		}),
		{numRuns: 500},
	);
});

test('a secret behind a flag of that name is never repeated, wherever it stands', async () => {
	const secret = fc.string({minLength: 12, maxLength: 40}).filter(text => /^[!-,.-~]{12,}$/.test(text));
	await fc.assert(
		fc.asyncProperty(
			fc.array(anyWord, {maxLength: 3}).filter(args => !args.includes('--')),
			fc.array(anyWord, {maxLength: 3}),
			secret,
			fc.boolean(),
			async (before, after, value, inline) => {
				// A flag that takes a value would swallow the flag under test.
				const typed = inline ? [`--secret=${value}`] : ['--secret', value];
				const error: unknown = await parseInvocation(
					[...before, '--plain', ...typed, ...after],
					commands,
				).catch((problem: unknown) => problem);
				assert.ok(error instanceof UserError);
				assert.ok(!spoken(error).includes(value));
			},
		),
		{numRuns: 300},
	);
});

function words(line: string): readonly string[] {
	return line.split(' ').filter(word => word !== '');
}
