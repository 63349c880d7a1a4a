import type {Command} from '../command.ts';
import {baseUrl, dnsServer, organization, policy, wizardInstead} from './shared-flags.ts';

/** The call without a command, as a person calls it and as the help tells of it (contract §1). */
export const wizardCommand: Command = {
	name: '',
	summary: 'Walk through the guide with your organization, one control at a time',
	positionals: [],
	flags: [organization, baseUrl, dnsServer, policy],
	instead: wizardInstead,
	examples: [{line: 'mixpanel-harden', does: 'Start, or go on where you left off'}],
	load: () => import('../wizard.ts'),
};
