import {askedOrganization} from './asked-ids.ts';
import {beginWizard} from './begin-wizard.ts';
import type {RunCommand} from './invocation.ts';

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
