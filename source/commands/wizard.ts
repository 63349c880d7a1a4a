import {askedOrganization} from './call/asked-ids.ts';
import type {RunCommand} from './invocation.ts';
import {beginWizard} from './wizard/begin-wizard.ts';

/** No command: the wizard in a terminal, else one read-only assessment on standard output. */
export const run: RunCommand = async invocation => {
	if (invocation.flags.has('organization')) {
		askedOrganization(invocation);
	}

	if (invocation.io.isTerminal) {
		return beginWizard(invocation, {road: null, asked: null});
	}

	const {checkOnce} = await import('./check-once.ts');
	return checkOnce(invocation);
};
