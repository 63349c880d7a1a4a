import {askedOrganization} from './call/asked-ids.ts';
import {withPolicy} from './files/with-policy.ts';
import type {RunCommand} from './invocation.ts';
import {beginWizard} from './wizard/begin-wizard.ts';

/** No command: the wizard in a terminal, else one read-only assessment on standard output. */
export const run: RunCommand = async invocation => {
	if (invocation.flags.has('organization')) {
		askedOrganization(invocation);
	}

	const judging = await withPolicy(invocation);
	if (judging.io.isTerminal) {
		return beginWizard(judging, {road: null, asked: null});
	}

	const {checkOnce} = await import('./check-once.ts');
	return checkOnce(judging);
};
