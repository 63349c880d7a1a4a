import {exitCodes} from '../types/exit-code.ts';
import {UserError} from '../types/user-error.ts';
import type {RunCommand} from './invocation.ts';

const actions = ['export', 'import', 'reset', 'forget'];

/** `session`: carry a session to another machine, take decisions back, or delete it. */
export const run: RunCommand = async invocation => {
	const [action] = invocation.positionals;
	switch (action) {
		case 'export': {
			return (await import('./session-export.ts')).run(invocation);
		}

		case 'import': {
			return (await import('./session-import.ts')).run(invocation);
		}

		case 'reset': {
			return (await import('./session-reset.ts')).run(invocation);
		}

		case 'forget': {
			return (await import('./session-forget.ts')).run(invocation);
		}

		default: {
			const {suggest} = await import('./call/suggest.ts');
			const near = action === undefined ? null : await suggest(action, actions);
			throw new UserError(
				action === undefined ? 'session needs to know what to do.' : `session cannot do "${action}".`,
				{
					why: `It can ${actions.slice(0, -1).join(', ')} and ${actions.at(-1)}.`,
					next: `${near === null ? '' : `Did you mean \`mixpanel-harden session ${near}\`? `}\`mixpanel-harden session --help\` shows what can be written.`,
					exitCode: exitCodes.usage,
				},
			);
		}
	}
};
