import assert from 'node:assert/strict';
import {test} from 'node:test';
import {globalFlags} from '../../source/commands/call/global-flags.ts';
import {renderCommandHelp, renderHelp} from '../../source/commands/call/help.ts';
import {parseInvocation} from '../../source/commands/call/parse-invocation.ts';
import {commands} from '../../source/commands/registry.ts';
import {faults} from '../../source/training/faults/list.ts';
import {scenarios} from '../../source/training/scenarios/list.ts';

const pages = [
	{name: 'the program', page: renderHelp(commands)},
	...(await Promise.all(
		commands.map(async command => ({
			name: command.name || 'the wizard',
			page: renderCommandHelp(command, await command.lists?.()),
		})),
	)),
];

for (const {name, page} of pages) {
	test(`the help of ${name} fits 80 columns and lists flags, variables, exit codes and examples`, () => {
		for (const line of page.split('\n')) {
			assert.ok(line.length <= 80, line);
			assert.equal(line, line.trimEnd());
		}

		for (const flag of globalFlags) {
			assert.match(page, new RegExp(`^  --${flag.name} `, 'm'));
		}

		assert.match(page, /MIXPANEL_SERVICE_ACCOUNT_SECRET/);
		assert.match(page, /^Exit codes$[\s\S]*^ {2}5 /m);
		assert.match(page, /^Examples\n {2}mixpanel-harden/m);
	});
}

test('the help of the program names every command with its summary', () => {
	for (const {name, summary} of commands) {
		assert.ok(
			renderHelp(commands)
				.replaceAll(/\s+/g, ' ')
				.includes(`${name === '' ? '' : name} `),
		);
		assert.ok(renderHelp(commands).replaceAll(/\s+/g, ' ').includes(summary));
	}
});

for (const command of commands) {
	test(`the help of ${command.name || 'the wizard'} lists each of its flags with its choices`, () => {
		const page = renderCommandHelp(command);
		for (const flag of command.flags) {
			const shown = flag.kind === 'switch' ? `--${flag.name}` : `--${flag.name} ${flag.value}`;
			assert.ok(page.includes(`  ${shown} `), shown);
			for (const choice of flag.kind === 'switch' ? [] : (flag.choices ?? [])) {
				assert.ok(page.includes(choice), choice);
			}
		}
	});

	for (const {line} of command.examples) {
		test(`the example "${line}" is understood`, async () => {
			const call = await parseInvocation(line.split(' ').slice(1), commands);
			assert.ok(call.kind === 'run');
			assert.equal(call.command, command);
		});
	}
}

test('what can be practised on, and how it can misbehave, is listed with a line each', async () => {
	const pageOf = async (name: string) => {
		const command = commands.find(candidate => candidate.name === name);
		assert.ok(command !== undefined);
		return renderCommandHelp(command, await command.lists?.());
	};
	for (const name of ['train', 'simulate']) {
		for (const scenario of scenarios) {
			assert.match(await pageOf(name), new RegExp(`^ {2}${scenario.name} {2,}\\S`, 'm'));
		}
	}

	for (const fault of faults) {
		assert.match(await pageOf('simulate'), new RegExp(`^ {2}${fault.name} {2,}\\S`, 'm'));
	}
});
