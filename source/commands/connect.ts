import {handOverInput, letGoOfInput} from '../terminal/hand-over-input.ts';
import {exitCodes} from '../types/exit-code.ts';
import {UserError} from '../types/user-error.ts';
import {askedOrganization} from './call/asked-ids.ts';
import {withPolicy} from './files/with-policy.ts';
import type {RunCommand} from './invocation.ts';
import {beginWizard} from './wizard/begin-wizard.ts';

/** `connect`: ask for region and key, try it, and go on into the wizard with it. Needs a terminal. */
export const run: RunCommand = async called => {
	const {io} = called;
	if (!io.isTerminal) {
		throw new UserError('Connecting needs a terminal.', {
			why: 'It asks for a secret, and standard input or output is not a terminal.',
			next: 'Set MIXPANEL_SERVICE_ACCOUNT and MIXPANEL_SERVICE_ACCOUNT_SECRET and run check instead.',
			exitCode: exitCodes.usage,
		});
	}

	askedOrganization(called);
	const invocation = await withPolicy(called);
	handOverInput(io.stdin);
	const {askConnection} = await import('./reach/ask-connection.ts');
	const asked = await askConnection(invocation, null);
	switch (asked.kind) {
		case 'cancelled': {
			letGoOfInput(io.stdin);
			return exitCodes.cancelled;
		}

		case 'back': {
			return beginWizard(invocation, {road: null, asked: null});
		}

		case 'connected': {
			return beginWizard(invocation, {
				road: {kind: 'connect', organizationId: asked.connection.organizationId},
				asked: asked.connection,
			});
		}
	}
};
