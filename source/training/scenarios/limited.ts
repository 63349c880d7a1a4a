import {granted} from './builders.ts';
import {properties, type Scenario} from './scenario.ts';
import {sprawl} from './sprawl/sprawl.ts';

const unknown = {status: 'unknown', resources: []} as const;

/** The organization of sprawl, through the key of a consultant: a Member, in three of the twelve projects. */
export const limited: Scenario = {
	...sprawl,
	name: 'limited',
	summary: 'The same sprawling company, with a consultant’s key that sees three projects',
	description:
		'You advise the company of sprawl, and were given a key made in a project: it is a Member of the organization and sees three of twelve projects. Most reads are refused, and what is not seen is never called good. Learn to tell “refused” from “in order”, to work by clicks and by what others show you, and what to ask for: a key made under Settings → Org with the role Admin.',
	serviceAccounts: sprawl.serviceAccounts.map(account =>
		account.key === 'wizard'
			? {
					...account,
					name: 'practice-consultant',
					organizationRole: 'member',
					grants: granted({ios: 'analyst', payments: 'analyst', partners: 'analyst'}),
				}
			: account,
	),
	// A key that may read no people sees none of them come and go.
	colleague: sprawl.colleague.filter(({deed}) => deed.type === 'send_property'),
	planted: {
		'organization-two-factor': unknown,
		'stale-invitations': unknown,
		'least-privilege-roles': unknown,
		'teams-in-use': unknown,
		'owner-count': unknown,
		'privileged-service-accounts': unknown,
		'service-account-expiry': unknown,
		'service-account-unused': unknown,
		'service-account-rotation': unknown,
		'service-account-role': unknown,
		'service-account-project-scope': unknown,
		'service-account-classified-access': unknown,
		'wizard-key': unknown,
		// What is wrong in the three projects is wrong, whatever the others hold.
		'pii-classified': {
			status: 'fail',
			resources: [
				...properties('ios', [{name: 'userEmail', resourceType: 'Event'}]),
				...properties('payments', [{name: 'cardholder_name', resourceType: 'Event'}]),
			],
		},
		// All is well in the three; nine others were not seen.
		'data-views-restrict': unknown,
		'default-view-restricted': unknown,
	},
};
