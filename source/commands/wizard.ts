import {askedOrganization} from './asked-ids.ts';
import type {RunCommand} from './invocation.ts';

/** No command: the wizard in a terminal, else one read-only assessment on standard output. */
export const run: RunCommand = async invocation => {
	if (invocation.flags.has('organization')) {
		askedOrganization(invocation);
	}

	if (invocation.io.isTerminal && !invocation.environment.plain) {
		const {runWizard} = await import('./run-wizard.ts');
		return runWizard(invocation, {road: null, asked: null});
	}

	const {checkOnce} = await import('./check-once.ts');
	return checkOnce(invocation);
};
